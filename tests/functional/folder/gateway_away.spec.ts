import { test } from '@japa/runner'
import { openAttempts } from '#payments/queries/orders'
import { formIn, signedIn } from '#tests/support/citizen_visitor'
import { TestGateway } from '#tests/support/gateway/test_gateway'
import { wordsIn } from '#tests/support/page_forms'
import { orderFor, paid } from '#tests/support/payments'
import { testTown } from '#tests/support/town'

/** Somebody who has to pay at a gateway of another site. */
async function asked() {
  const town = await testTown({ demo: true })
  const gateway = new TestGateway('away', 'POST').offerTo(town)
  const now = new Date()
  const order = await orderFor(town, '27.30', { at: now, expiresAt: new Date(now.getTime() + 3_600_000) })
  const citizen = await signedIn(town)
  const path = `/folder/payments/${order.id}`
  const begin = async () =>
    citizen.send(formIn(await citizen.get(path), `${path}/attempts`), { gateway: gateway.name })
  const check = async () => citizen.send(formIn(await citizen.get(path), `${path}/check`))
  return { town, gateway, order, citizen, path, begin, check }
}

test.group('A gateway that is away', () => {
  test('is said to be when somebody wants to pay, who waits for no news of it and can try again', async ({
    assert,
  }) => {
    const { town, gateway, order, citizen, path, begin } = await asked()
    gateway.away = true
    const refused = await begin()
    assert.equal(refused.status, 503)
    assert.include(wordsIn(refused.body), 'The payment gateway can’t be reached at the moment.')
    assert.include(refused.body, `href="${path}"`)
    assert.isEmpty(await openAttempts(town.id, order.id))
    assert.notInclude(wordsIn((await citizen.get(path)).body), 'do not pay again')
    gateway.away = false
    assert.equal((await begin()).status, 200)
  })

  test('is said to be when its news is looked up, which can be done again', async ({ assert }) => {
    const { town, gateway, order, citizen, path, begin, check } = await asked()
    await begin()
    gateway.away = true
    const refused = await check()
    assert.equal(refused.status, 503)
    assert.include(wordsIn(refused.body), 'do not pay again')
    gateway.away = false
    const [attempt] = await openAttempts(town.id, order.id)
    gateway.knows(paid(attempt!.id, 2730, { settledAt: new Date() }))
    assert.equal((await check()).headers.location, path)
    assert.include(wordsIn((await citizen.get(path)).body), 'Paid on')
  })

  test('is not asked without end by one person', async ({ assert }) => {
    const { begin, check } = await asked()
    await begin()
    for (let time = 1; time <= 10; time += 1) assert.equal((await check()).status, 303, String(time))
    assert.equal((await check()).status, 429)
  })
})

test.group('The pages on the way to a gateway at another site', () => {
  test('let their forms go to that site, and those of others do not', async ({ assert }) => {
    const { citizen, path, begin } = await asked()
    const allowed = /form-action 'self' http:\/\/bank\.example;/
    const policyOf = ({ headers }: { headers: Record<string, unknown> }) =>
      String(headers['content-security-policy'])
    assert.match(policyOf(await citizen.get(path)), allowed)
    assert.match(policyOf(await begin()), allowed)
    assert.match(policyOf(await citizen.get('/folder/payments')), /form-action 'self';/)
  })
})
