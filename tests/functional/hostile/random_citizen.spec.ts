import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import fc from 'fast-check'
import { verifyTown } from '#start/verify'
import { goodAnswers, openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { settle } from '#tests/support/worker'
import { RandomCitizen } from './random_citizen.js'

const chance = fc.noBias(fc.record({ kind: fc.nat(19), which: fc.nat(60), hand: fc.nat(200) }))

test.group('Somebody who does anything at all', () => {
  test('never breaks a page, and leaves every invariant standing', async ({ assert }) => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(chance, { minLength: 70, maxLength: 70 }), async (steps) => {
        await db.from('rate_limits').delete()
        const office = await openOffice({ demo: true })
        await fileAt(office, office.procedure, { answers: goodAnswers(office), at: new Date() })
        await settle(office.town.id, new Date())
        const citizen = new RandomCitizen(office)
        for (const step of steps) {
          const fault = await citizen.step(step)
          if (fault) throw new Error(`${fault}\nafter:\n${citizen.told.slice(-12).join('\n')}`)
        }
        const { violations } = await verifyTown(office.town.id)
        assert.deepEqual(violations, [])
        for (const what of citizen.seen) seen.add(what)
      }),
      { numRuns: 3, endOnFailure: true }
    )
    assert.isAbove(seen.size, 20)
  }).timeout(90_000)
})
