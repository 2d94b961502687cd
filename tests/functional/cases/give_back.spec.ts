import { test } from '@japa/runner'
import { casePage } from '#cases/queries/case_page'
import { ordersOfCase } from '#payments/queries/orders'
import { refundsOf } from '#payments/queries/refunds'
import { verifyTown } from '#start/verify'
import { openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { FILED, answerTask } from '#tests/support/open_case'
import { adoptPaid } from '#tests/support/paid_procedure'
import { answer, attempt, paid } from '#tests/support/payments'
import { settle } from '#tests/support/worker'

/** A case whose process gives 5 euros back after the review, with its copies paid and reviewed. */
async function reviewed(copies: string) {
  const office = await openOffice({ demo: true })
  const procedure = await adoptPaid(office.town.id, false, { givesBack: true })
  const { caseId } = await fileAt(office, procedure, { answers: { request: copies }, at: FILED })
  const town = office.test
  await settle(town.id, FILED)
  const [order] = await ordersOfCase(town.id, caseId)
  const { id } = await attempt(town, order!, FILED)
  await answer(town, paid(id, order!.amount, { settledAt: FILED }), FILED)
  await settle(town.id, FILED)
  await answerTask({ town, caseId }, 'review', { decision: 'yes' })
  await settle(town.id, FILED)
  const page = (await casePage(town.id, caseId, FILED))!
  return { town, page, refunds: await refundsOf(town.id, order!.id) }
}

test.group('A process that gives money back', () => {
  test('gives back what it says of what was paid, for the reason that it says', async ({ assert }) => {
    const { town, page, refunds } = await reviewed('4')
    assert.deepInclude(page.summary, { state: 'closed', outcome: 'done' })
    assert.lengthOf(refunds, 1)
    assert.deepInclude(refunds[0], { amount: 500, why: 'Fewer copies were needed', state: 'done' })
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('of more than was paid stops at once with the error that nothing in it takes, and gives nothing', async ({
    assert,
  }) => {
    const { town, page, refunds } = await reviewed('2')
    assert.equal(page.summary.state, 'open')
    assert.deepEqual(
      page.incidents.map(({ element, state, code, detail }) => [element, state, code, detail]),
      [['back', 'open', 'error_uncaught', 'too_much']]
    )
    assert.isEmpty(refunds)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })
})
