import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { inTown } from '#tenancy/town_transaction'
import { casePage } from '#cases/queries/case_page'
import { contentOf } from '#documents/queries/content_of'
import { sheetOf } from '#documents/queries/sheet_of'
import { checkSeal } from '#documents/seal/check_seal'
import { ordersOfCase } from '#payments/queries/orders'
import { proofOf } from '#payments/queries/proof'
import { verifyTown } from '#start/verify'
import { signedIn } from '#tests/support/citizen_visitor'
import { openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { FILED, answerTask } from '#tests/support/open_case'
import { adoptPaid } from '#tests/support/paid_procedure'
import { answer, attempt, paid } from '#tests/support/payments'
import { rowsOf } from '#tests/support/rows'
import { Visitor } from '#tests/support/visitor'
import { settle, workUntil } from '#tests/support/worker'

/** Ten working days from a Monday, to the end of the day in Madrid: 19 March is open in this town. */
const LAST_INSTANT = new Date('2026-03-16T23:00:00Z')

/** A case of somebody who asked for so many copies, with its first work done. */
async function copies(number: string, at = FILED) {
  const office = await openOffice({ demo: true })
  const procedure = await adoptPaid(office.town.id)
  const { caseId } = await fileAt(office, procedure, { answers: { request: number }, at })
  const { failures } = await settle(office.town.id, at)
  const [order = null] = await ordersOfCase(office.town.id, caseId)
  const page = async () => (await casePage(office.town.id, caseId, at))!
  const events = async () =>
    (
      await rowsOf<{ kind: string }>(
        office.town.id,
        `SELECT kind FROM case_events WHERE municipality_id = $1 AND case_id = $2 AND kind LIKE 'payment%' ORDER BY id`,
        [caseId]
      )
    ).map(({ kind }) => kind)
  const openTasks = async () => (await page()).tasks.filter(({ state }) => state === 'open').length
  const violations = async () => (await verifyTown(office.town.id)).violations
  return { test: office.test, caseId, order, failures, page, events, openTasks, violations }
}

test.group('A case that costs something', () => {
  test('asks for what was reckoned at filing, line by line, until the end of its term', async ({
    assert,
  }) => {
    const { order, failures, events, openTasks, violations } = await copies('4')
    assert.deepEqual(failures, [])
    assert.deepInclude(order, { state: 'open', amount: 700, expiresAt: LAST_INSTANT })
    const [line] = order!.assessment.lines
    assert.deepInclude(line, { quantity: '4', rate: '1.75', article: 'Ordinance 1 (2026), art. 5' })
    assert.deepEqual([await openTasks(), await events()], [0, ['payment_requested']])
    assert.deepEqual(await violations(), [])
  })

  test('is charged by the rates of the day on which it was filed', async ({ assert }) => {
    const { order } = await copies('4', new Date('2025-11-03T09:30:00Z'))
    assert.equal(order!.amount, 600)
  })

  test('goes on when the money has come, and not before', async ({ assert }) => {
    const { test: town, caseId, order, page, events, openTasks, violations } = await copies('4')
    const { id } = await attempt(town, order!, FILED)
    assert.equal(await openTasks(), 0)
    await answer(town, paid(id, 700, { settledAt: FILED }), FILED)
    assert.deepEqual((await settle(town.id, FILED)).failures, [])
    assert.equal(await openTasks(), 1)
    await answerTask({ town, caseId }, 'review', { decision: 'yes' })
    assert.deepInclude((await page()).summary, { state: 'closed', outcome: 'done' })
    assert.deepEqual(await events(), ['payment_requested', 'payment_paid'])
    assert.deepEqual(await violations(), [])
  })

  test('is not moved by money that pays nothing', async ({ assert }) => {
    const { test: town, order, openTasks, violations } = await copies('4')
    const { id } = await attempt(town, order!, FILED)
    await answer(town, paid(id, 699, { settledAt: FILED }), FILED)
    assert.deepEqual((await settle(town.id, FILED)).failures, [])
    assert.equal(await openTasks(), 0)
    assert.deepEqual(await violations(), [])
  })

  test('takes its other road when nobody has paid by the last instant', async ({ assert }) => {
    const { test: town, page, events, violations } = await copies('4')
    assert.deepEqual(await workUntil(town.id, new Date(LAST_INSTANT.getTime() - 1), FILED), [])
    assert.equal((await page()).summary.state, 'open')
    assert.deepEqual(await workUntil(town.id, new Date(LAST_INSTANT.getTime() + 1000), LAST_INSTANT), [])
    assert.deepInclude((await page()).summary, { state: 'closed', outcome: 'unpaid' })
    assert.deepEqual(await events(), ['payment_requested', 'payment_expired'])
    assert.deepEqual(await violations(), [])
  })

  test('stays where it is in the day of grace of a payment begun in time, and nothing else of it waits', async ({
    assert,
  }) => {
    const { test: town, caseId, order, page, events, openTasks, violations } = await copies('4')
    const { id } = await attempt(town, order!, FILED)
    const inGrace = new Date(LAST_INSTANT.getTime() + 5 * 3_600_000)
    const other = newJob('timer', FILED, { case_id: caseId, key: 'none:1', run_at: inGrace.toISOString() })
    await inTown(town.id, (trx) => enqueue(trx, [other]))
    assert.deepEqual(await workUntil(town.id, inGrace, LAST_INSTANT), [])
    assert.isEmpty(await rowsOf(town.id, `SELECT id FROM jobs WHERE municipality_id = $1 AND kind = 'timer'`))
    assert.equal((await page()).summary.state, 'open')
    assert.deepEqual([await openTasks(), await events()], [0, ['payment_requested']])
    assert.deepEqual(await violations(), [])
    await answer(town, paid(id, 700, { settledAt: LAST_INSTANT }), inGrace)
    assert.deepEqual((await settle(town.id, inGrace)).failures, [])
    assert.deepEqual([await openTasks(), await events()], [1, ['payment_requested', 'payment_paid']])
    assert.deepEqual(await violations(), [])
  })

  test('that comes to nothing asks for nothing and goes straight on', async ({ assert }) => {
    const { order, events, openTasks, violations } = await copies('0')
    assert.isNull(order)
    assert.deepEqual([await openTasks(), await events()], [1, []])
    assert.deepEqual(await violations(), [])
  })
})

test.group('The proof of a payment (Royal Decree 939/2005, art. 41)', () => {
  const provedPayment = async (assert: Assert) => {
    const found = await copies('4')
    const { id } = await attempt(found.test, found.order!, FILED)
    await answer(found.test, paid(id, 700, { externalId: 'OP000000000042', settledAt: FILED }), FILED)
    assert.deepEqual((await settle(found.test.id, FILED)).failures, [])
    return { ...found, proof: (await proofOf(found.test.id, found.order!))! }
  }

  test('is a sealed document of the case that says who paid what, why, when and by which operation', async ({
    assert,
  }) => {
    const { test: town, caseId, order, proof, violations } = await provedPayment(assert)
    assert.deepInclude(proof, { caseId, kind: 'payment_proof', language: 'es', hasPage: true })
    const bytes = (await contentOf(town.id, proof)).body as Buffer
    assert.deepInclude(checkSeal(bytes), { intact: true, whole: true })
    const sheet = JSON.stringify(await sheetOf(town.id, proof))
    for (const said of [
      town.person.name,
      town.person.identifier,
      order!.reference,
      'OP000000000042',
      '7,00',
      'Copies: 4 × 1,75 €',
      'Ordinance 1 (2026), art. 5',
      '2 de marzo de 2026, 10:30:00',
      '2026-E-RE-000001',
    ])
      assert.include(sheet, said)
    assert.deepEqual(await violations(), [])
  })

  test('is the payer’s at once, as PDF and as page, and nobody else’s; its code can be verified by anybody', async ({
    assert,
  }) => {
    const { test: town, caseId, order, proof } = await provedPayment(assert)
    const citizen = await signedIn(town)
    const href = `/documents/${proof.id}`
    for (const list of [`/folder/payments/${order!.id}`, `/folder/cases/${caseId}`, '/folder/documents'])
      assert.include((await citizen.get(list)).body, `href="${href}"`, list)
    assert.equal((await citizen.get(href)).headers['content-type'], 'application/pdf')
    assert.include((await citizen.get(`${href}/page`)).body, 'OP000000000042')
    const other = await signedIn(town, 1)
    for (const path of [href, `${href}/page`]) assert.equal((await other.get(path)).status, 404)
    const verified = await new Visitor(town.host).get(`/verify/${proof.code}`)
    assert.equal(verified.status, 200)
    assert.include(verified.body, 'Justificante de pago')
  })

  test('is made once for an order, also when a second payment came and went back', async ({ assert }) => {
    const { test: town, order, violations } = await copies('4')
    const tries = [await attempt(town, order!, FILED), await attempt(town, order!, FILED)]
    for (const { id } of tries) await answer(town, paid(id, 700, { settledAt: FILED }), FILED)
    assert.deepEqual((await settle(town.id, FILED)).failures, [])
    const proofs = await rowsOf(
      town.id,
      `SELECT id FROM documents WHERE municipality_id = $1 AND kind = 'payment_proof'`
    )
    assert.lengthOf(proofs, 1)
    assert.deepEqual(await violations(), [])
  })
})
