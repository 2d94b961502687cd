import type { ActivityContext } from '#cases/activities/activity'
import type { CompiledTemplate } from '#documents/index'
import type { Issuer } from '#documents/types'
import { bodyFor, unitsOf } from '#tenancy/queries/bodies_and_units'

/** The body that resolves or the unit that handles the case, as the template says; else the town hall as a whole. */
export async function issuerOf(
  { caseFile, procedure, town }: Pick<ActivityContext, 'caseFile' | 'procedure' | 'town'>,
  { issuer }: Pick<CompiledTemplate, 'issuer'>
): Promise<Issuer> {
  const body = issuer === 'body' ? await bodyFor(town.id, procedure.sheet.body) : null
  const unit = issuer === 'unit' ? (await unitsOf(town.id)).find(({ id }) => id === caseFile.unitId) : null
  const found = body ?? unit
  return {
    name: found?.name ?? {},
    directoryCode: found?.directoryCode ?? town.directoryCode,
    holder: body?.holder ?? null,
  }
}
