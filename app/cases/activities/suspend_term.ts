import { suspendTerm as suspend } from '#cases/actions/suspend_term'
import type { Activity } from '#cases/activities/activity'

/**
 * `cases.suspend_term`: the term to resolve does not count from its cause on (Law 39/2015, art. 22.1), and what is
 * asked for then counts from there, too.
 */
export const suspendTerm: Activity = {
  async commit(trx, context) {
    const { since } = context
    await suspend(trx, { ...context, at: since })
    return { result: {}, countsFrom: since }
  },
}
