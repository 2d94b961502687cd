import { SYSTEM } from '#audit/types'
import { declareUrgent as declare } from '#cases/actions/declare_urgent'
import type { Activity } from '#cases/activities/activity'

/**
 * `cases.declare_urgent`: what was decided for a `reason` of public interest halves the terms of the case (Law 39/2015, art. 33),
 * since its cause. What the law does not allow is an incident: somebody decided it all the same.
 */
export const declareUrgent: Activity = {
  async commit(trx, context) {
    const { since, input, caseFile } = context
    const reason = String(input['reason'] ?? '')
    const done = await declare(trx, { ...context, at: since }, reason)
    if (!done.ok) throw new Error(`the case can't be urgent: ${done.error}`)
    return {
      result: { lastDay: done.value },
      countsFrom: since,
      audit: [
        {
          actor: SYSTEM,
          action: 'cases.urgency_declared',
          subject: { kind: 'case_files', id: caseFile.id },
          detail: { reason, lastDay: done.value, before: caseFile.dueOn },
        },
      ],
    }
  },
}
