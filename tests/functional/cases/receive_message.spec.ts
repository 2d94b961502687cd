import { test } from '@japa/runner'
import { ReceiveMessage } from '#cases/actions/receive_message'
import { auditRows } from '#tests/support/audit_rows'
import { FILED, openCase, openTask, pageOf, type OpenCase } from '#tests/support/open_case'
import { testTown } from '#tests/support/town'

const withdrawal = ({ town, caseId }: OpenCase) => ({
  municipalityId: town.id,
  caseId,
  name: 'withdrawal',
  payload: { reason: 'No longer needed' },
  actor: { kind: 'person' as const, id: town.person.id },
  at: FILED,
  moved: true,
})

test.group('A message', () => {
  test('moves the case that waits for it, and leaves a row', async ({ assert }) => {
    const open = await openCase()
    assert.isTrue(await new ReceiveMessage().execute(withdrawal(open)))
    assert.isDefined(await openTask(open, 'accept_withdrawal'))
    assert.deepEqual(await auditRows(open.town.id, 'cases.message_received'), [
      { actor: open.town.person.id, subject: open.caseId, detail: { name: 'withdrawal' } },
    ])
  })

  test('that nothing waits for, or no longer, changes nothing and leaves no row', async ({ assert }) => {
    const open = await openCase()
    assert.isFalse(await new ReceiveMessage().execute({ ...withdrawal(open), name: 'rain' }))
    assert.lengthOf(await auditRows(open.town.id, 'cases.message_received'), 0)
    assert.isTrue(await new ReceiveMessage().execute(withdrawal(open)))
    const after = await pageOf(open)
    assert.isFalse(await new ReceiveMessage().execute(withdrawal(open)))
    assert.deepEqual(await pageOf(open), after)
    assert.lengthOf(await auditRows(open.town.id, 'cases.message_received'), 1)
  })

  test('from another town reaches no case', async ({ assert }) => {
    const open = await openCase()
    const before = await pageOf(open)
    const other = await testTown()
    assert.isFalse(await new ReceiveMessage().execute({ ...withdrawal(open), municipalityId: other.id }))
    assert.deepEqual(await pageOf(open), before)
  })
})
