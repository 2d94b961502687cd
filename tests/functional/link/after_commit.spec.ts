import { test } from '@japa/runner'
import { CASES_CHANGED } from '#cases/events'
import { enqueue, newJob, WORK_WAITS } from '#core/jobs/enqueue'
import { deliverAll, hear } from '#core/link/link'
import { goodAnswers, openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { testTown } from '#tests/support/town'
import { inTown } from '#tenancy/town_transaction'

/** What is told of a topic while something is done. */
async function toldOf(topic: string, work: () => Promise<unknown>): Promise<(string | null)[]> {
  const told: (string | null)[] = []
  const deaf = hear(topic, (about) => told.push(about))
  await work().catch(() => {})
  deaf()
  return told
}

test.group('What processes tell each other', () => {
  test('is told after the commit, by the town alone', async ({ assert }) => {
    const office = await openOffice()
    const file = () => fileAt(office, office.procedure, { at: new Date(), answers: goodAnswers(office) })
    for (const topic of [WORK_WAITS, CASES_CHANGED]) {
      const told = await toldOf(topic, file)
      assert.isNotEmpty(told)
      assert.deepEqual([...new Set(told)], [office.town.id])
    }
  })

  test('is not told when nothing was committed', async ({ assert }) => {
    const town = await testTown()
    const told = await toldOf(WORK_WAITS, () =>
      inTown(town.id, async (trx) => {
        await enqueue(trx, [newJob('test_nothing', new Date())])
        throw new Error('the power went')
      })
    )
    assert.deepEqual(told, [])
  })

  test('may have been missed: then it may be about anything', async ({ assert }) => {
    assert.deepEqual(await toldOf(WORK_WAITS, async () => deliverAll()), [null])
  })
})
