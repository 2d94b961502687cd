import { suspendTerm as suspend } from '#cases/actions/suspend_term'
import type { Activity } from '#cases/activities/activity'

/** `cases.suspend_term`: from now on the term to resolve does not count (Law 39/2015, art. 22.1). */
export const suspendTerm: Activity = {
  async commit(trx, context) {
    await suspend(trx, context)
    return { result: {} }
  },
}
