import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { GiveBack } from '#payments/actions/give_back'
import { ordersOfCase } from '#payments/queries/orders'
import { atTheDesk } from '#tests/support/desk_visitor'
import { openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { FILED, openCase } from '#tests/support/open_case'
import { adoptPaid } from '#tests/support/paid_procedure'
import { answer, attempt, paid } from '#tests/support/payments'
import { addOfficer } from '#tests/support/town'
import { settle } from '#tests/support/worker'

/** A case of somebody who asked for four copies, as a handler of cases sees its money. */
async function copies() {
  const office = await openOffice({ demo: true })
  const procedure = await adoptPaid(office.town.id)
  const { caseId } = await fileAt(office, procedure, { answers: { request: '4' }, at: FILED })
  const town = office.test
  await settle(town.id, FILED)
  const [order] = await ordersOfCase(town.id, caseId)
  const visitor = await atTheDesk(town, await addOfficer(town.id, { roles: ['case_handler'] }))
  const money = async () => (await visitor.get(`/desk/cases/${caseId}`)).props.money
  return { town, order: order!, money }
}

test.group('The money of a case, on its page', () => {
  test('is its fee line by line with the article, and the order that waits with its last moment', async ({
    assert,
  }) => {
    const { order, money } = await copies()
    const { fee, orders } = await money()
    assert.deepEqual(fee.lines, [
      { label: 'Copies', reckoned: '4 × 1.75 €', article: 'Ordinance 1 (2026), art. 5', amount: '€7.00' },
    ])
    assert.equal(fee.total, '€7.00')
    assert.lengthOf(orders, 1)
    assert.deepInclude(orders[0], {
      reference: order.reference,
      amount: '€7.00',
      state: 'Waiting',
      fee: null,
      refunds: [],
    })
    assert.deepEqual(orders[0].notes, [
      'Asked for on 2 Mar 2026, 10:30',
      'Can be paid until 16 Mar 2026, 23:59',
    ])
  })

  test('tells when and by which operation it was paid, and what went back with the reason', async ({
    assert,
  }) => {
    const { town, order, money } = await copies()
    const { id } = await attempt(town, order, FILED)
    await answer(town, paid(id, 700, { externalId: 'OP1', settledAt: FILED }), FILED)
    const actor = { kind: 'officer' as const, id: town.officer.id }
    const given = { orderId: order.id, key: 'k', amount: 175, reason: 'One copy less', actor }
    unwrap(await new GiveBack().execute({ municipalityId: town.id, ...given, at: FILED, moved: true }))
    const [asked] = (await money()).orders
    assert.deepEqual(asked.notes.slice(1), ['Paid on 2 Mar 2026, 10:30', 'Operation OP1'])
    assert.deepInclude(asked.refunds[0], { amount: '€1.75', state: 'On its way' })
    await settle(town.id, FILED)
    const [gone] = (await money()).orders
    assert.deepInclude(gone, { state: 'Paid' })
    assert.deepInclude(gone.refunds[0], {
      state: 'Given back',
      notes: [
        'One copy less',
        'Decided on 2 Mar 2026, 10:30',
        'Given back on 2 Mar 2026, 10:30',
        'Operation ROP1',
      ],
    })
  })

  test('is not there where a case costs nothing', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const visitor = await atTheDesk(town, town.officer)
    assert.isNull((await visitor.get(`/desk/cases/${caseId}`)).props.money)
  })
})
