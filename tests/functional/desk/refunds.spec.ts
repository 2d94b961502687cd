import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { unwrap } from '#core/result'
import { GiveBack } from '#payments/actions/give_back'
import { everyPayment, treasuryTotals } from '#payments/queries/treasury'
import { everyRefund, moneyTotals } from '#payments/queries/treasury_refunds'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { openCase } from '#tests/support/open_case'
import { answer, attempt, orderFor, paid, payingTown } from '#tests/support/payments'
import { refusedInAddress } from '#tests/support/refused_in_address'
import { addOfficer, type TestTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'

/** Noon of a day in the town. */
const noon = (day: string) => new Date(`${day}T11:00:00Z`)

async function pays(town: TestTown, total: string, on: string, cents: number[], caseId?: string) {
  const order = await orderFor(town, total, { at: noon(on), expiresAt: noon('2026-04-01'), caseId })
  for (const amount of cents) {
    const { id } = await attempt(town, order, noon(on))
    await answer(
      town,
      paid(id, amount, { externalId: `OP${order.reference}`, settledAt: noon(on) }),
      noon(on)
    )
  }
  return order
}

const giveBack = async (town: TestTown, orderId: string, amount: number, on: string) =>
  unwrap(
    await new GiveBack().execute({
      municipalityId: town.id,
      orderId,
      key: uuidv7(),
      amount,
      reason: 'Rain',
      actor: { kind: 'officer', id: town.officer.id },
      at: noon(on),
      moved: true,
    })
  )

/** 20.10 paid, of which 5.10 go back a day later and 1.00 is still to go; and a cent too much, whole, that went back. */
async function till() {
  const town = await payingTown()
  const order = await pays(town, '20.10', '2026-03-03', [2010])
  await pays(town, '7.00', '2026-03-03', [701])
  await settle(town.id, noon('2026-03-03'))
  await giveBack(town, order.id, 510, '2026-03-04')
  await settle(town.id, noon('2026-03-04'))
  await giveBack(town, order.id, 100, '2026-03-05')
  return { town, order }
}

const treasurer = async (town: TestTown) =>
  atTheDesk(town, await addOfficer(town.id, { roles: ['treasurer'] }))

const all = async <Line>(batches: AsyncGenerator<Line[]>) => (await Array.fromAsync(batches)).flat()

test.group('The treasurer’s list of refunds', () => {
  test('tells each, why and since when, and its totals: what came less what went back is what is left', async ({
    assert,
  }) => {
    const { town } = await till()
    const visitor = await treasurer(town)
    const asked = async (query = '') => {
      const { props } = await visitor.get(`/desk/payments/refunds?${query}`)
      return {
        lines: props.lines.map(({ amount, why, state, operation }: any) => [amount, why, state, operation]),
        totals: props.totals.map(({ name, count, amount }: any) => `${name} ${count ?? '-'} ${amount}`),
      }
    }
    assert.deepEqual(await asked(), {
      lines: [
        ['€1.00', 'Rain', 'On its way', ''],
        ['€5.10', 'Rain', 'Given back', 'ROP2600000001'],
        ['€7.01', 'It was another amount than was asked for', 'Given back', 'ROP2600000002'],
      ],
      totals: ['Received 2 €27.11', 'Given back 2 €12.11', 'Left - €15.00', 'Still to go back 1 €1.00'],
    })
    assert.deepEqual((await asked('state=ordered')).lines, [['€1.00', 'Rain', 'On its way', '']])
    const fourth = await asked('from=2026-03-04&to=2026-03-04')
    assert.deepEqual(
      fourth.lines.map(([amount]: string[]) => amount),
      ['€5.10']
    )
    assert.deepEqual(fourth.totals.slice(0, 3), ['Received 0 €0.00', 'Given back 1 €5.10', 'Left - -€5.10'])
    const faults = { 'state=x': 'E_NO_CHOICE', 'from=2026-02-31': 'E_NO_DAY', 'after=x': 'E_NO_PLACE' }
    assert.deepEqual(await refusedInAddress(visitor, '/desk/payments/refunds', Object.keys(faults)), faults)
    assert.lengthOf(await auditRows(town.id, 'desk.refunds_read'), 1)
  })

  test('adds up with the list of captures, line by line and to the cent', async ({ assert }) => {
    const { town } = await till()
    const any = { from: null, to: null, state: null }
    const zone = 'Europe/Madrid'
    const [orders, refunds] = [
      await all(everyPayment(town.id, any, zone)),
      await all(everyRefund(town.id, any, zone)),
    ]
    const [byState, money] = [await treasuryTotals(town.id, any, zone), await moneyTotals(town.id, any, zone)]
    const sum = (lines: { amount: number }[]) => lines.reduce((total, { amount }) => total + amount, 0)
    const paidFor = orders.filter(({ state }) => state === 'paid')
    assert.equal(money.captured.amount, sum(paidFor) + byState.surplus.amount)
    assert.equal(money.refunded.amount, sum(refunds.filter(({ state }) => state === 'done')))
    assert.equal(money.waiting.amount, sum(refunds.filter(({ state }) => state !== 'done')))
    const kept = paidFor.reduce((total, line) => total + line.kept, 0)
    assert.equal(money.captured.amount - money.refunded.amount - money.waiting.amount, kept)
    assert.equal(byState.refunded.amount, money.refunded.amount)
  })

  test('leaves the house whole, for a spreadsheet, with a row of who took it', async ({ assert }) => {
    const { town } = await till()
    const { body, headers } = await (
      await treasurer(town)
    ).get('/desk/payments/refunds/export/csv?from=2026-03-01')
    const [head, ...lines] = body.trim().split('\r\n')
    assert.match(
      head!,
      /Payment;For;Case;Identity document;To;Amount;Why;State;Asked for;Given back;Operation$/
    )
    assert.lengthOf(lines, 3)
    assert.include(
      lines[1]!,
      ';5,10;Rain;Given back;2026-03-04T12:00:00.000+01:00;2026-03-04T12:00:00.000+01:00;ROP2600000001'
    )
    assert.match(headers['content-disposition']!, /filename=".*refunds-2026-03-01\.csv"/)
    const [row] = await auditRows(town.id, 'desk.refunds_exported')
    assert.deepInclude(row!.detail, { from: '2026-03-01', to: null, state: null, format: 'csv' })
  })
})

test.group('Giving back by hand', () => {
  const sent = { key: 'k1', amount: '1,234.50', reason: 'The market was called off', confirmed: 'yes' }

  /** The treasurer of a town where 2000 euros were paid. */
  async function atTheTill() {
    const { town, caseId } = await openCase()
    const order = await pays(town, '2000.00', '2026-03-03', [200_000], caseId)
    const visitor = await treasurer(town)
    const give = async (more: object = {}) => {
      await visitor.get('/desk/payments')
      const { status } = await visitor.post(`/desk/payments/${order.id}/refunds`, { ...sent, ...more })
      return { status, ...(await visitor.get('/desk/payments')).props.flash }
    }
    return { town, order, visitor, give }
  }

  test('takes the amount as people write it, the reason and a tick, once', async ({ assert }) => {
    const { town, visitor, give } = await atTheTill()
    const [line] = (await visitor.get('/desk/payments')).props.lines
    assert.deepInclude(line.giveBack, { left: '€2,000.00', amount: '2000.00' })
    assert.deepInclude(await give(), { tone: 'success', text: '€1,234.50 is on its way back.' })
    assert.equal((await give()).tone, 'success')
    const [after] = (await visitor.get('/desk/payments')).props.lines
    assert.deepInclude(after, { back: 'Refund: €1,234.50' })
    assert.equal(after.giveBack.left, '€765.50')
    const [act, ...more] = await auditRows(town.id, 'payments.refund_ordered')
    assert.isEmpty(more)
    assert.deepInclude(act!.detail, { amount: '1234.50', reason: sent.reason })
  })

  test('says what is wrong, and gives nothing', async ({ assert }) => {
    const { town, give } = await atTheTill()
    const texts = async (more: object) => (await give(more)).text
    assert.match(await texts({ confirmed: '' }), /not ticked/)
    assert.match(await texts({ key: '' }), /not ticked/)
    for (const amount of ['', 'x', '0', '-3', '1.005'])
      assert.match(await texts({ amount }), /above zero/, amount)
    assert.match(await texts({ amount: '2000.01' }), /more than is left/)
    assert.match(await texts({ reason: ' ' }), /Write the reason/)
    assert.isEmpty(await auditRows(town.id, 'payments.refund_ordered'))
  })

  test('is the treasurer’s alone, of what the town was paid', async ({ assert }) => {
    const { town, order, visitor } = await atTheTill()
    const others = ['case_handler', 'resolver', 'registrar', 'admin']
    const other = await atTheDesk(town, await addOfficer(town.id, { roles: others }))
    await other.get('/desk/inbox')
    assert.equal((await other.post(`/desk/payments/${order.id}/refunds`, sent)).status, 403)
    for (const path of ['/desk/payments/refunds', '/desk/payments/refunds/export/csv'])
      assert.equal((await other.get(path)).status, 403, path)
    const elsewhere = await pays(await payingTown(), '10.00', '2026-03-03', [1000])
    for (const id of [elsewhere.id, uuidv7(), 'x'])
      assert.equal((await visitor.post(`/desk/payments/${id}/refunds`, sent)).status, 404, id)
  })
})
