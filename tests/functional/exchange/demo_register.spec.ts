import app from '@adonisjs/core/services/app'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { type Dwelling, DemoRegister } from '#exchange/drivers/demo_register'
import { isIdNumber } from '#forms/index'
import { familyOf, questionAbout } from '#tests/support/exchange'
import { testTown } from '#tests/support/town'
import { demoAndOther } from '../payments/gateway_contract.js'
import { behavesAsSource } from './source_contract.js'

const FOLDER = app.makePath('resources/population')
const KNOWN = { identifier: '12345678Z', name: 'Amparo Ferrer Miralles' }
const TWICE = { identifier: 'X2482300W', name: 'Ingrid Lindqvist' }

behavesAsSource('demo_register', () => {
  const source = new DemoRegister(FOLDER)
  const dwellings = [
    familyOf(KNOWN.identifier, KNOWN.name),
    ...[1, 2].map(() => familyOf(TWICE.identifier, TWICE.name)),
  ]
  return {
    source,
    towns: async () => {
      const [town, other] = await demoAndOther()
      source.play(town.id, { dwellings })
      return [town, other]
    },
    people: { known: KNOWN, unknown: { identifier: '00000000T', name: 'Josep Peris' }, twice: TWICE },
    shut: ({ id }) => source.play(id, { dwellings, unavailable: true }),
    slow: ({ id }) => source.play(id, { dwellings, delayMs: 60_000 }),
  }
})

test.group('The fictional population', () => {
  const slugs = readdirSync(app.makePath('resources/towns'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))

  for (const slug of slugs)
    test(`of ${slug} has right identity numbers, and days that follow one another`, async ({ assert }) => {
      const { dwellings } = JSON.parse(readFileSync(`${FOLDER}/${slug}.json`, 'utf8')) as {
        dwellings: Dwelling[]
      }
      for (const { address, people } of dwellings)
        for (const { identifier, name, bornOn, registeredOn } of people) {
          assert.include(address.toLowerCase(), slug)
          assert.isTrue(identifier === null || isIdNumber(identifier), `${identifier} of ${name}`)
          assert.isAtMost(bornOn.localeCompare(registeredOn), 0, name)
        }
      const known = questionAbout(KNOWN)
      const answer = await new DemoRegister(FOLDER).ask({ id: slug, slug }, known, AbortSignal.timeout(1_000))
      assert.equal(answer.outcome, 'found')
    })

  test('of another demo town is nobody, until a test says who', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const source = new DemoRegister(FOLDER)
    const ask = () => source.ask(town, questionAbout(KNOWN), AbortSignal.timeout(1_000))
    assert.equal((await ask()).outcome, 'not_found')
    source.play(town.id, { refuses: 'protected' })
    assert.deepInclude(await ask(), { outcome: 'refused', reason: 'protected' })
    source.play(town.id, null)
    assert.equal((await ask()).outcome, 'not_found')
  })
})
