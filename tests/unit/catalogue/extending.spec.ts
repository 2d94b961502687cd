import { test } from '@japa/runner'
import { compile } from '#catalogue/index'
import { FAILED } from '#catalogue/domain/simulate/exchange'
import { extendSimulated } from '#catalogue/domain/simulate/extending'
import { openWorld } from '#catalogue/domain/simulate/open_world'
import { unwrap } from '#core/result'
import { calendar } from '../../catalogue/calendar.js'
import { smallProcedure } from '../../catalogue/small_procedure.js'

const procedure = unwrap(await compile(smallProcedure()))
const [golden] = Object.values(procedure.scenarios)

test.group('A term that a simulated town hall extends (Law 39/2015, arts. 23 and 32)', () => {
  const world = (term: typeof procedure.sheet.term) =>
    openWorld({ ...procedure, sheet: { ...procedure.sheet, term } }, calendar, {
      ...golden!,
      at: '2026-03-02T09:00:00Z',
    })
  const months = (amount: number) => ({ amount, unit: 'months' as const })

  test('ends later, once', ({ assert }) => {
    const case_ = world(months(3))
    assert.deepEqual(extendSimulated(case_, { by: '1 month' }), { lastDay: '2026-07-02' })
    assert.deepEqual(case_.extension, months(1))
    assert.equal(extendSimulated(case_, { by: '1 month' }), FAILED)
  })

  test('fails where the house would have an incident', ({ assert }) => {
    for (const [term, input] of [
      [months(3), { by: '4 months' }],
      [months(3), { by: 'a while' }],
      [null, { by: '1 month' }],
      [months(3), { by: '1 month', of: 'nothing' }],
    ] as const)
      assert.equal(extendSimulated(world(term), input), FAILED)
  })
})
