import i18nManager from '@adonisjs/i18n/services/main'
import type { ActivityContext } from '#cases/activities/activity'
import type { Json } from '#core/json'
import { type CompiledTemplate, RESOLUTION } from '#documents/index'
import { type PlannedStep, POSITIONS, type Position } from '#signatures/types'
import { bodyFor, unitsOf } from '#tenancy/queries/bodies_and_units'

const positionsIn = (signers: Json | undefined): Position[] =>
  (Array.isArray(signers) ? signers : [signers]).map((name) => {
    const position = POSITIONS.find((one) => one === name)
    if (!position) throw new Error(`nobody signs as ${JSON.stringify(name)}, only as ${POSITIONS.join(', ')}`)
    return position
  })

/** Who signs a document of a case, in the order of the activity's `signers`, and why, in the language of the case. */
export async function signingSteps(
  { town, caseFile, procedure, input }: Pick<ActivityContext, 'town' | 'caseFile' | 'procedure' | 'input'>,
  { type }: Pick<CompiledTemplate, 'type'>
): Promise<PlannedStep[]> {
  const { language, unitId } = caseFile
  const say = (id: string) => i18nManager.locale(language).t(`signatures.${id}`)
  const [body, units] = await Promise.all([bodyFor(town.id, procedure.sheet.body), unitsOf(town.id)])
  const unit = units.find(({ id }) => id === unitId)
  const nameIn = (name: Record<string, string> | undefined) => name?.[language] ?? town.name
  const steps: Record<Position, PlannedStep> = {
    holder: {
      position: 'holder',
      body: body?.role ?? null,
      unitId: null,
      label: nameIn(body?.name),
      reason: say(type === RESOLUTION ? 'reasons.decides' : 'reasons.issues'),
    },
    secretary: {
      position: 'secretary',
      body: null,
      unitId: null,
      label: say('secretary'),
      reason: say('reasons.attests'),
    },
    unit: { position: 'unit', body: null, unitId, label: nameIn(unit?.name), reason: say('reasons.informs') },
  }
  return positionsIn(input['signers']).map((position) => steps[position])
}
