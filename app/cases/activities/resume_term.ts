import { resumeTerm as resume } from '#cases/actions/resume_term'
import type { Activity } from '#cases/activities/activity'

/** `cases.resume_term`: the term to resolve goes on where it stood still, since its cause (Law 39/2015, art. 22.1). */
export const resumeTerm: Activity = {
  async commit(trx, context) {
    const { since } = context
    return { result: { dueOn: await resume(trx, { ...context, at: since }) }, countsFrom: since }
  },
}
