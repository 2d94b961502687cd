import type { Activity } from '#cases/activities/activity'
import { localDate } from '#cases/domain/local_date'
import { feeOf } from '#catalogue/index'
import type { Json } from '#core/json'

/**
 * `fees.assess`: reckons the fee again with what the office has found (its inputs are answers put right), by the
 * rates of the day of filing unless the fee schedule says otherwise.
 */
export const assessFee: Activity = {
  async commit(_trx, { caseFile, procedure, town, input }) {
    const filed = (caseFile.workflow.variables['answers'] ?? {}) as Record<string, Json>
    const fee = feeOf(procedure, { ...filed, ...input }, localDate(caseFile.openedAt, town.timeZone))
    if (!fee.ok)
      throw new Error(
        `the fee can't be reckoned: ${fee.error.code} at ${fee.error.at} ${JSON.stringify(fee.error.params)}`
      )
    return { result: { ...(fee.value as unknown as Record<string, Json>) } }
  },
}
