import { test } from '@japa/runner'
import { recordEvent } from '#cases/actions/record_event'
import { FILED, officerOf, openCase, pageOf } from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'

test.group('The history of a case', () => {
  test('takes lines in the order they are added, also within one instant', async ({ assert }) => {
    const open = await openCase()
    const { town, caseId } = open
    const actor = officerOf(town)
    await inTown(town.id, async (trx) => {
      for (const step of [1, 2, 3])
        await recordEvent(
          trx,
          { caseFile: { id: caseId }, at: FILED, actor },
          { kind: 'assigned', public: false, data: { step } }
        )
    })
    const added = (await pageOf(open)).history.filter(({ actorKind }) => actorKind === 'officer')
    assert.deepEqual(
      added.map(({ data, kind, public: seen }) => [data['step'], kind, seen]),
      [1, 2, 3].map((step) => [step, 'assigned', false])
    )
  })

  test('says that the house did it where nobody did', async ({ assert }) => {
    const open = await openCase()
    await inTown(open.town.id, (trx) =>
      recordEvent(
        trx,
        { caseFile: { id: open.caseId }, at: FILED },
        { kind: 'term_suspended', public: true, data: {} }
      )
    )
    assert.equal(
      (await pageOf(open)).history.find(({ kind }) => kind === 'term_suspended')?.actorKind,
      'system'
    )
  })

  test('can be rewritten by nobody', async ({ assert }) => {
    const { town } = await openCase()
    for (const change of [`UPDATE case_events SET public = true`, `DELETE FROM case_events`])
      await assert.rejects(() => rowsOf(town.id, `${change} WHERE municipality_id = $1`), /permission denied/)
  })

  test('of a case is the town’s alone', async ({ assert }) => {
    const open = await openCase()
    const other = await testTown()
    assert.lengthOf(
      await rowsOf(other.id, `SELECT 1 FROM case_events WHERE $1::uuid IS NOT NULL AND case_id = $2`, [
        open.caseId,
      ]),
      0
    )
  })
})
