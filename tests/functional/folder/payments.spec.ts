import { test } from '@japa/runner'
import { uuidv7 } from '#core/ids'
import { contentOf } from '#documents/queries/content_of'
import { sheetOf } from '#documents/queries/sheet_of'
import { checkSeal } from '#documents/seal/check_seal'
import { GiveBack } from '#payments/actions/give_back'
import { refundProofsOf, refundsOf } from '#payments/queries/refunds'
import { formIn, signedIn, type CitizenVisitor } from '#tests/support/citizen_visitor'
import { wordsIn } from '#tests/support/page_forms'
import { answer, attempt, orderFor, paid, payingTown } from '#tests/support/payments'
import { Visitor } from '#tests/support/visitor'
import { settle, workUntil } from '#tests/support/worker'
import type { DemoWish } from '#payments/domain/demo_plan'

const HOUR_MS = 3_600_000

const LINE = {
  id: 'copies',
  kind: 'charge' as const,
  quantity: '10',
  rate: '2.73',
  percent: null,
  base: null,
  amount: '27.30',
  article: 'Ordinance 12, art. 6',
}

/** Somebody who has signed in and is asked for 27.30 until in an hour. */
async function asked() {
  const town = await payingTown()
  const now = new Date()
  const expiresAt = new Date(now.getTime() + HOUR_MS)
  const order = await orderFor(town, '27.30', { at: now, expiresAt, lines: [LINE] })
  const citizen = await signedIn(town)
  const path = `/folder/payments/${order.id}`
  const words = async (where = path) => wordsIn((await citizen.get(where)).body)
  return { town, order, citizen, path, expiresAt, words }
}

/** Off to the gateway; answers the address of its page. */
async function goToPay(citizen: CitizenVisitor, path: string): Promise<string> {
  const off = await citizen.send(formIn(await citizen.get(path), `${path}/attempts`))
  return off.headers.location!
}

/** Chooses at the gateway what shall happen; answers where the browser is sent. */
async function choose(citizen: CitizenVisitor, gateway: string, wish: DemoWish): Promise<string> {
  const back = await citizen.send(formIn(await citizen.get(gateway), '/demo-gateway'), { wish })
  return back.headers.location!
}

test.group('What a person has to pay', () => {
  test('is in the folder with its reference and last day, and line by line on its page', async ({
    assert,
  }) => {
    const { order, path, citizen, words } = await asked()
    const listed = await citizen.get('/folder/payments')
    assert.include(listed.body, `href="${path}"`)
    for (const said of ['To pay', '€27.30', order.reference]) assert.include(wordsIn(listed.body), said)
    const page = await words()
    for (const said of ['Licencia de terraza', '€27.30', 'Last day to pay', '10 × 2.73 €', LINE.article])
      assert.include(page, said)
  })

  test('is paid at the gateway, and told as paid', async ({ assert }) => {
    const { path, citizen, words } = await asked()
    const gateway = await goToPay(citizen, path)
    assert.match(gateway, /^\/demo-gateway\?attempt=/)
    assert.include(wordsIn((await citizen.get(gateway)).body), 'Nobody pays here')
    assert.equal(await choose(citizen, gateway, 'pay'), path)
    const after = await citizen.get(path)
    assert.include(wordsIn(after.body), 'Paid on')
    assert.notInclude(after.body, `${path}/attempts`)
    assert.include(await words('/folder/payments'), 'You have nothing to pay')
  })

  test('still waits when they cancel or the bank refuses, and can be paid by another try', async ({
    assert,
  }) => {
    const { path, citizen, words } = await asked()
    for (const wish of ['cancel', 'refuse'] as const)
      await choose(citizen, await goToPay(citizen, path), wish)
    assert.include(await words(), 'Last day to pay')
    await choose(citizen, await goToPay(citizen, path), 'pay')
    assert.include(await words(), 'Paid on')
  })

  test('says what became of a try, and when: cancelled or refused, nothing charged, and how to try again', async ({
    assert,
  }) => {
    const { path, citizen, words } = await asked()
    await choose(citizen, await goToPay(citizen, path), 'cancel')
    assert.match(
      await words(),
      /you began was cancelled on \d+ .* You have not been charged\. You can try again\./
    )
    await choose(citizen, await goToPay(citizen, path), 'refuse')
    const page = await words()
    assert.match(page, /the bank refused the payment .* You have not been charged\. You can try again\./)
    assert.notInclude(page, 'was cancelled', 'the last try is told, and no other')
    assert.include(page, 'Pay with the demonstration gateway')
    await goToPay(citizen, path)
    const waiting = await words()
    assert.match(waiting, /On \d+ .* you began a payment and the bank has not confirmed it yet/)
    assert.notInclude(waiting, 'the bank refused')
  })

  test('begun in its term and not confirmed at its end: they are told both, and can begin no other', async ({
    assert,
  }) => {
    const town = await payingTown()
    const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS)
    const order = await orderFor(town, '27.30', { at: ago(3), expiresAt: ago(1) })
    const { id } = await attempt(town, order, ago(2))
    await workUntil(town.id, new Date(), ago(1))
    const citizen = await signedIn(town)
    const path = `/folder/payments/${order.id}`
    const page = await citizen.get(path)
    assert.match(wordsIn(page.body), /The term to pay ended on \d+ .* no payment can be begun any more/)
    assert.match(wordsIn(page.body), /you began a payment within the term .* may come until/)
    assert.notInclude(page.body, `${path}/attempts`)
    assert.notInclude(wordsIn(page.body), 'Last day to pay')
    assert.include(wordsIn((await citizen.get('/folder/payments')).body), 'The term ended on')
    await answer(town, paid(id, 2730, { settledAt: ago(1.5) }), new Date())
    assert.include(wordsIn((await citizen.get(path)).body), 'Paid on')
  })

  test('that is given back is told with its amount, reason and date, and has a proof', async ({ assert }) => {
    const { town, order, path, citizen, words } = await asked()
    await choose(citizen, await goToPay(citizen, path), 'pay')
    const actor = { kind: 'officer' as const, id: town.officer.id }
    const back = { orderId: order.id, key: 'k', amount: 730, reason: 'The market was called off.', actor }
    await new GiveBack().execute({ municipalityId: town.id, ...back, at: new Date() })
    assert.include(
      await words(),
      'The town hall gives you €7.30 back. Reason: The market was called off. On its way since'
    )
    assert.deepEqual((await settle(town.id, new Date())).failures, [])
    const page = await citizen.get(path)
    assert.match(wordsIn(page.body), /Given back on \d+ .* the way you paid\. Operation R\d+\./)
    const [refund] = await refundsOf(town.id, order.id)
    const proof = (await refundProofsOf(town.id, order)).get(refund!.id)!
    assert.include(page.body, `href="/documents/${proof.id}"`)
    const bytes = (await contentOf(town.id, proof)).body as Buffer
    assert.deepInclude(checkSeal(bytes), { intact: true, whole: true })
    const sheet = JSON.stringify(await sheetOf(town.id, proof))
    for (const said of [
      '7,30',
      'The market was called off.',
      order.reference,
      refund!.externalId!,
      town.person.name,
    ])
      assert.include(sheet, said)
    const verified = await new Visitor(town.host).get(`/verify/${proof.code}`)
    assert.include(verified.body, 'Justificante de devolución')
  })

  test('is looked up at the gateway when its news is late, without paying again', async ({ assert }) => {
    const { path, citizen, words } = await asked()
    await choose(citizen, await goToPay(citizen, path), 'late')
    assert.include(await words(), 'do not pay again')
    const page = await citizen.get(path)
    assert.equal((await citizen.send(formIn(page, `${path}/check`))).headers.location, path)
    assert.include(await words(), 'Paid on')
  })

  test('paid a cent too much goes back, and they are told', async ({ assert }) => {
    const { town, path, citizen, words } = await asked()
    await choose(citizen, await goToPay(citizen, path), 'wrong_amount')
    assert.include(await words(), 'A payment of €27.31 has come, which is not the amount asked for.')
    assert.deepEqual((await settle(town.id, new Date())).failures, [])
    assert.include(await words(), 'Last day to pay')
  })

  test('paid when its term is over goes back, and the order stays unpaid', async ({ assert }) => {
    const { town, path, citizen, words, expiresAt } = await asked()
    await choose(citizen, await goToPay(citizen, path), 'after_term')
    assert.deepEqual(await workUntil(town.id, new Date(expiresAt.getTime() + 5000), new Date()), [])
    const page = await words()
    assert.include(page, 'Not paid in time')
    assert.include(page, 'has come after the term. It goes back to you')
  })

  test('is not begun once the term is over: they come back to a page that says so', async ({ assert }) => {
    const { town, path, citizen, words, expiresAt } = await asked()
    const form = formIn(await citizen.get(path), `${path}/attempts`)
    await workUntil(town.id, new Date(expiresAt.getTime() + 1000))
    const { status, headers } = await citizen.send(form)
    assert.deepEqual([status, headers.location], [303, path])
    assert.include(await words(), 'Not paid in time')
  })

  test('of another person is not there, to see or to pay', async ({ assert }) => {
    const { town, citizen, path } = await asked()
    const form = formIn(await citizen.get(path), `${path}/attempts`)
    const other = await signedIn(town, 1)
    assert.equal((await other.get(path)).status, 404)
    const token = formIn(await other.get('/folder'), '/sign-out').fields
    assert.equal((await other.submit(form.action, token)).status, 404)
    assert.equal((await other.submit(`${path}/check`, token)).status, 404)
    assert.equal((await citizen.get(`/folder/payments/${uuidv7()}`)).status, 404)
    assert.include(wordsIn((await other.get('/folder/payments')).body), 'You have nothing to pay')
  })
})
