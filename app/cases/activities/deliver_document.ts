import { SYSTEM } from '#audit/types'
import type { Activity } from '#cases/activities/activity'
import { recordEvent } from '#cases/actions/record_event'
import { documentFacts } from '#cases/queries/document_facts'
import { eventRows } from '#cases/rows'
import { rowDigest } from '#tenancy/row_digest'

/** What decides or demands is notified, and no other way (Law 39/2015, art. 40.1). */
const NOTIFIED = ['resolution', 'requirement']

/**
 * `documents.deliver`: the interested party can read the `document` from now on, in their folder or with their follow-up
 * code. A letter that decides nothing is no act that has to be notified (Law 39/2015, art. 40.1): no term runs from it.
 * A report that a proposal rests on is put at their disposal so while they are heard (arts. 53.1.a and 82.1); there may be none.
 */
export const deliverDocument: Activity = {
  async commit(trx, context) {
    const { caseFile, input } = context
    if (input['document'] === null) return { result: {} }
    const { id, kind } = await documentFacts(trx, caseFile.id, input['document'])
    if (NOTIFIED.includes(kind)) throw new Error(`a ${kind} has to be notified`)
    const what = { kind: 'document_delivered', public: true, data: { document: id } }
    const line = await recordEvent(trx, context, what)
    return {
      result: {},
      audit: [
        {
          actor: SYSTEM,
          action: 'documents.delivered',
          subject: { kind: 'documents', id },
          detail: { case: caseFile.id, event: line.id, row: rowDigest(eventRows, line) },
        },
      ],
    }
  },
}
