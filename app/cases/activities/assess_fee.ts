import type { Activity } from '#cases/activities/activity'
import { feeAgain } from '#cases/queries/fee_again'

/** `fees.assess`: reckons the fee again with what the office has found; its inputs are answers put right. */
export const assessFee: Activity = {
  async commit(_trx, { caseFile, procedure, town, input }) {
    const fee = feeAgain(procedure, caseFile, town, input)
    if (!fee.ok)
      throw new Error(
        `the fee can't be reckoned: ${fee.error.code} at ${fee.error.at} ${JSON.stringify(fee.error.params)}`
      )
    return { result: fee.value }
  },
}
