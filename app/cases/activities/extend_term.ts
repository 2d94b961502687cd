import { extendTerm as extend } from '#cases/actions/extend_term'
import type { Activity } from '#cases/activities/activity'
import { parseTerm } from '#deadlines/index'

/**
 * `cases.extend_term`: the term to resolve is extended `by` a term (Law 39/2015, art. 23), or that of an open task, `of` its
 * element (arts. 32 and 68.2), since its cause. What the law does not allow is an error: somebody decided it all the same.
 */
export const extendTerm: Activity = {
  async commit(trx, context) {
    const { since, input, caseFile } = context
    const by = parseTerm(String(input['by']))
    if (!by.ok) throw new Error(`no term to extend by: ${JSON.stringify(input['by'])}`)
    const of = typeof input['of'] === 'string' ? input['of'] : null
    const done = await extend(trx, { ...context, at: since }, { by: by.value, of })
    if (!done.ok) return { error: done.error, countsFrom: since }
    return {
      result: { lastDay: done.value },
      countsFrom: since,
      audit: [
        {
          actor: { kind: 'system', id: 'system' },
          action: 'cases.term_extended',
          subject: { kind: 'case_files', id: caseFile.id },
          detail: { of, by: by.value, lastDay: done.value, before: caseFile.dueOn },
        },
      ],
    }
  },
}
