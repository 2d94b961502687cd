import { test } from '@japa/runner'
import { deliverDocument } from '#cases/activities/deliver_document'
import type { ActivityContext } from '#cases/activities/activity'
import { casePage } from '#cases/queries/case_page'
import { visibleDocuments } from '#folder/queries/own_documents'
import { inTown } from '#tenancy/town_transaction'
import { carried } from '#tests/support/carried'
import { auditRows } from '#tests/support/audit_rows'
import { openOffice, publishedProcedures } from '#tests/support/filing'
import { Stage } from '#tests/support/scenario'

/** A terrace whose report is against it, played until the proposal was sent, or until it was opened too. */
async function proposed({ opened }: { opened: boolean }) {
  const office = await openOffice()
  const terrace = (await publishedProcedures()).find(({ slug }) => slug === 'terrace-licence')!
  const whole = terrace.scenarios['refused_after_comments']!
  const opening = whole.steps.findIndex((step) => 'message' in step && step.of === 'proposal')
  const golden = { ...whole, steps: whole.steps.slice(0, opening + (opened ? 1 : 0)) }
  const procedure = await carried({ ...office, procedure: terrace }, golden)
  const { caseId } = await new Stage(office, procedure, golden).play()
  const { id } = office.test
  const seen = (await visibleDocuments(id, caseId)).map(({ template }) => template)
  const { history } = (await casePage(id, caseId, new Date(whole.at)))!
  const shown = history.filter(({ kind }) => kind === 'document_delivered')
  return { seen, shown, trail: await auditRows(id, 'documents.delivered'), id }
}

test.group('Whoever is heard on a proposal', () => {
  test('reads the report that it rests on (Law 39/2015, arts. 53.1.a and 82.1); history and trail say since when', async ({
    assert,
  }) => {
    const { seen, shown, trail } = await proposed({ opened: true })
    assert.includeMembers(seen, ['proposal', 'technical_report'])
    assert.lengthOf(shown, 1)
    assert.lengthOf(trail, 1)
  })

  test('reads neither before they open it, and nothing is made of a report that is not there', async ({
    assert,
  }) => {
    const { seen, shown, id } = await proposed({ opened: false })
    assert.notIncludeMembers(seen, ['proposal'])
    assert.notIncludeMembers(seen, ['technical_report'])
    assert.lengthOf(shown, 0)
    const none = { input: { document: null } } as unknown as ActivityContext
    assert.deepEqual(await inTown(id, (trx) => deliverDocument.commit(trx, none, null)), { result: {} })
  })
})
