import { test } from '@japa/runner'
import fc from 'fast-check'
import { type CompiledProcedure, compile, lint } from '#catalogue/index'
import { unwrap } from '#core/result'
import { PAID_TWICE, paidFiles } from '#tests/support/paid_procedure'
import { CATALOGUE } from './root.js'
import { walk, walksOf } from './walks.js'

type Walked = ReturnType<typeof walk>['simulation']

const cents = (total: string) => Math.round(Number(total) * 100)

/** Every fee that a case has known: what was reckoned at filing, and what the office reckoned anew. */
const feesOf = ({ variables }: Walked): number[] =>
  Object.values(variables)
    .filter((value) => value !== null && typeof value === 'object' && 'total' in value && 'lines' in value)
    .map((fee) => cents((fee as { total: string }).total))

/** What the town has or waits for, beyond the greatest fee that the case has known: more was asked for than it costs. */
function askedTooMuch(walked: Walked): number {
  const standing = walked.orders.filter(({ open, paid }) => open || paid)
  const sum = standing.reduce((total, order) => total + cents(order.total) - order.back, 0)
  return sum - Math.max(0, ...feesOf(walked))
}

const runs = { numRuns: 150 }

const procedures = (await lint(CATALOGUE)).map(({ procedure }) => procedure!)
const charging = procedures.filter(({ fees }) => fees)

test.group('No path of a procedure', () => {
  for (const procedure of procedures)
    test(`of ${procedure.sheet.slug} asks for the same fee twice without giving it back`, ({ assert }) => {
      let paid = 0
      fc.assert(
        fc.property(walksOf(procedure), ({ scenario, simulation }) => {
          paid += simulation.orders.filter((order) => order.paid).length
          assert.isAtMost(askedTooMuch(simulation), 0, JSON.stringify(scenario.steps))
        }),
        runs
      )
      if (charging.includes(procedure) && asks(procedure)) assert.isAbove(paid, 0, 'nothing was ever paid')
    }).timeout(120_000)

  test('hides from this: one that asks again after it was paid is found', async ({ assert }) => {
    const twice = unwrap(await compile(paidFiles({ process: PAID_TWICE })))
    const [golden] = Object.values(procedures.find(({ sheet }) => sheet.signInLevel !== 'none')!.scenarios)
    const pays = { message: 'payment_ended', payload: { state: 'paid' } }
    const scenario = { ...golden!, answers: { request: '4' }, town: {}, steps: [pays] }
    assert.equal(askedTooMuch(walk(twice, scenario).simulation), 700)
  })
})

/** Whether some golden case of it comes to a payment. */
const asks = ({ scenarios }: CompiledProcedure) => Object.values(scenarios).some(({ expect }) => expect.fee)
