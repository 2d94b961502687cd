import { listProcedures, readProcedure } from '#catalogue/index'
import type { CompiledProcedure } from '#catalogue/types'
import { unwrap } from '#core/result'
import { CATALOGUE } from '#tests/catalogue/root'
import { plant } from '#tests/catalogue/small_procedure'
import type { OpenOffice } from '#tests/support/filing'
import { publishAndAdopt } from '#tests/support/publish_and_adopt'

type Plant = [file: string, pointer: string, value: unknown]

/** Publishes another version of the procedure that an office offers, changed so, and has its town adopt it. */
export async function nextVersion(
  { town, procedure }: OpenOffice,
  ...changes: Plant[]
): Promise<CompiledProcedure> {
  const place = (await listProcedures(CATALOGUE)).find(({ slug }) => slug === procedure.slug)!
  const files = new Map(unwrap(await readProcedure(place.folder)))
  plant(files, 'procedure.json', '/version', '99.0.0')
  for (const change of changes) plant(files, ...change)
  return publishAndAdopt(town.id, files, { pack: place.pack })
}
