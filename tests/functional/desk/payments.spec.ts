import { test } from '@japa/runner'
import { everyPayment, newestPayments, treasuryTotals } from '#payments/queries/treasury'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { openCase } from '#tests/support/open_case'
import { answer, attempt, orderFor, paid, payingTown } from '#tests/support/payments'
import { refusedInAddress } from '#tests/support/refused_in_address'
import { addOfficer, type TestTown } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'

/** Noon of a day in the town. */
const noon = (day: string) => new Date(`${day}T11:00:00Z`)

/** Somebody is asked on a day, and pays on another what they were asked for or something else. */
async function order(town: TestTown, total: string, on: string, pays?: { on: string; cents: number }) {
  const asked = await orderFor(town, total, { at: noon(on), expiresAt: noon('2026-04-01') })
  if (!pays) return asked
  const at = noon(pays.on)
  const { id } = await attempt(town, asked, at)
  await answer(town, paid(id, pays.cents, { externalId: `OP${asked.reference}`, settledAt: at }), at)
  return asked
}

/** Two that wait, one of them with a cent too much that went back, and two that were paid, on two days. */
async function till() {
  const town = await payingTown()
  await order(town, '10.05', '2026-03-02')
  await order(town, '20.10', '2026-03-02', { on: '2026-03-03', cents: 2010 })
  await order(town, '0.20', '2026-03-03', { on: '2026-03-04', cents: 20 })
  await order(town, '7.00', '2026-03-04', { on: '2026-03-04', cents: 701 })
  await settle(town.id, noon('2026-03-04'))
  return town
}

test.group('The treasurer’s list', () => {
  test('is read by day and state, the newest first, and each state adds up to the cent', async ({
    assert,
  }) => {
    const town = await till()
    const visitor = await atTheDesk(town, await addOfficer(town.id, { roles: ['treasurer'] }))
    const asked = async (query = '') => {
      const { props } = await visitor.get(`/desk/payments?${query}`)
      const totals = props.totals.map(({ name, count, amount }: any) => `${name} ${count} ${amount}`)
      return { lines: props.lines.map(({ amount }: any) => amount), totals }
    }
    assert.deepEqual((await asked()).lines, ['€7.00', '€0.20', '€20.10', '€10.05'])
    assert.deepEqual((await asked()).totals, [
      'Waiting 2 €17.05',
      'Paid 2 €20.30',
      'Not paid in time 0 €0.00',
      'Cancelled 0 €0.00',
      'Received in excess 1 €7.01',
      'Given back 1 €7.01',
    ])
    assert.deepEqual((await asked('state=paid')).lines, ['€0.20', '€20.10'])
    const third = await asked('from=2026-03-03&to=2026-03-03')
    assert.deepEqual(third.lines, ['€20.10'])
    assert.deepEqual(third.totals.slice(0, 2), ['Waiting 0 €0.00', 'Paid 1 €20.10'])
    const faults = {
      'state=x': 'E_NO_CHOICE',
      'from=2026-02-31': 'E_NO_DAY',
      'after=x': 'E_NO_PLACE',
      'after=2026-13-01T00:00:00.000Z~x': 'E_NO_PLACE',
      'to[]=1': 'E_NOT_ONE_VALUE',
      'to=2026-03-01&from=2026-03-02': 'E_DAYS_REVERSED',
    }
    assert.deepEqual(await refusedInAddress(visitor, '/desk/payments', Object.keys(faults)), faults)
    assert.lengthOf(await auditRows(town.id, 'desk.payments_read'), 1)
  })

  test('counts what nobody paid on the day its term ended', async ({ assert }) => {
    const town = await till()
    await workUntil(town.id, noon('2026-04-02'))
    const day = { from: '2026-04-01', to: '2026-04-01' }
    const totals = await treasuryTotals(town.id, day, 'Europe/Madrid')
    assert.deepEqual(totals.expired, { count: 2, amount: 1705 })
  })

  test('goes on page by page without leaving one out, or telling one twice', async ({ assert }) => {
    const town = await payingTown()
    for (let cents = 1; cents <= 53; cents++)
      await order(town, `0.${String(cents).padStart(2, '0')}`, '2026-03-02')
    const visitor = await atTheDesk(town, town.officer)
    const first = await visitor.get('/desk/payments?state=open')
    const second = await visitor.get(first.props.next)
    const ids = [...first.props.lines, ...second.props.lines].map(({ id }: any) => id)
    assert.deepEqual([first.props.lines.length, ids.length, new Set(ids).size], [50, 53, 53])
    assert.deepEqual([second.props.next, second.props.first], [null, '/desk/payments?state=open'])
  })

  test('leaves the house whole, for a spreadsheet, with a row of who took it', async ({ assert }) => {
    const town = await till()
    const visitor = await atTheDesk(town, town.officer)
    const { body, headers } = await visitor.get('/desk/payments/export/csv?state=paid&from=2026-03-01')
    const [head, ...lines] = body.trim().split('\r\n')
    assert.match(head!, /Reference;For;Case;Identity document;Who has to pay;Amount;State;/)
    assert.lengthOf(lines, 2)
    const { identifier, name } = town.person
    assert.include(
      lines[0]!,
      `2600000002;Licencia de terraza;;${identifier};${name};20,10;Paid;2026-03-03T12:00:00.000+01:00;`
    )
    assert.include(lines[0]!, ';demo;OP2600000002;2026-03-03T12:00:00.000+01:00')
    assert.include(lines[1]!, ';0,20;Paid;')
    assert.match(headers['content-disposition']!, /attachment; filename=".*payments-paid-2026-03-01\.csv"/)
    const [row] = await auditRows(town.id, 'desk.payments_exported')
    assert.deepInclude(row, {
      actor: town.officer.id,
      detail: { from: '2026-03-01', to: null, state: 'paid', format: 'csv' },
    })
  })

  test('leads to the case whoever may see cases, and nobody else', async ({ assert }) => {
    const { town, caseId } = await openCase()
    await orderFor(town, '1.00', { caseId })
    const line = async (roles: string[]) => {
      const visitor = await atTheDesk(town, await addOfficer(town.id, { roles }))
      return (await visitor.get('/desk/payments')).props.lines[0]
    }
    assert.deepInclude(await line(['treasurer']), { caseNumber: '2026-E-RE-000001', caseHref: null })
    assert.equal((await line(['treasurer', 'case_handler'])).caseHref, `/desk/cases/${caseId}`)
  })

  test('is the treasurer’s alone', async ({ assert }) => {
    const town = await payingTown()
    const others = ['case_handler', 'resolver', 'registrar', 'admin']
    const visitor = await atTheDesk(town, await addOfficer(town.id, { roles: others }))
    for (const path of ['/desk/payments', '/desk/payments/export/csv'])
      assert.equal((await visitor.get(path)).status, 403, path)
    const treasurer = await atTheDesk(town, await addOfficer(town.id, { roles: ['treasurer'] }))
    assert.equal((await treasurer.get('/desk')).headers.location, '/desk/payments')
    assert.equal((await treasurer.get('/desk/registry')).status, 403)
  })

  test('shows a town its own money only', async ({ assert }) => {
    const [, other] = [await till(), await payingTown()]
    const filter = { from: null, to: null, state: null }
    const asked = { timeZone: 'Europe/Madrid', limit: 50 }
    assert.isEmpty(await newestPayments(other.id, filter, asked))
    for await (const batch of everyPayment(other.id, filter, asked.timeZone)) assert.isEmpty(batch)
    const totals = await treasuryTotals(other.id, filter, asked.timeZone)
    assert.isTrue(Object.values(totals).every(({ count, amount }) => count === 0 && amount === 0))
  })
})
