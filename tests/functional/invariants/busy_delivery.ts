import { appendAudit } from '#audit/actions/append_audit'
import type { ActivityContext } from '#cases/activities/activity'
import { deliverDocument } from '#cases/activities/deliver_document'
import { documentsOfCase } from '#documents/queries/documents'
import type { OpenOffice } from '#tests/support/filing'
import { FILED, withLocked } from '#tests/support/open_case'

/** A letter of a case that was delivered to its interested party without a notification. Answers which document. */
export async function busyDelivery({ town, test }: OpenOffice, caseId: string): Promise<string> {
  const document = (await documentsOfCase(town.id, caseId)).find(({ kind }) => kind === 'receipt')!.id
  await withLocked({ town: test, caseId }, async (trx, caseFile) => {
    const context = { caseFile, input: { document }, at: FILED } as unknown as ActivityContext
    const { audit = [] } = await deliverDocument.commit(trx, context, undefined)
    await appendAudit(trx, audit, FILED)
  })
  return document
}
