import type { Activity } from '#cases/activities/activity'
import { recordEvent } from '#cases/actions/record_event'
import { unitFor } from '#tenancy/queries/bodies_and_units'

/** Hands the case to the unit that the town bound to the procedure's seam; `unit` of its input names another. */
export const assignUnit: Activity = {
  async commit(trx, context) {
    const { caseFile, town, procedure, input } = context
    const role = typeof input['unit'] === 'string' ? input['unit'] : procedure.sheet.unit
    const unit = await unitFor(town.id, role)
    if (!unit) throw new Error(`the town has no unit for "${role}", and no general one`)
    await trx.rows(
      `UPDATE case_files SET unit_id = $3, updated_at = $4 WHERE municipality_id = $1 AND id = $2`,
      [town.id, caseFile.id, unit.id, context.at.toISOString()]
    )
    await recordEvent(trx, context, { kind: 'assigned', public: false, data: { unit: unit.id } })
    return { result: { unit: unit.slug } }
  },
}
