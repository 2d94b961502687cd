import { test } from '@japa/runner'
import { compile } from '#catalogue/index'
import { FAILED, Refusal } from '#catalogue/domain/simulate/exchange'
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
    assert.deepEqual(extendSimulated(case_, { by: '1 month' }), new Refusal('extended_before'))
  })

  test('is refused where the law does not allow it, as the house refuses it; what is no term fails', ({
    assert,
  }) => {
    for (const [term, input, code] of [
      [months(3), { by: '4 months' }, 'over_whole'],
      [null, { by: '1 month' }, 'no_term'],
      [months(3), { by: '1 month', of: 'nothing' }, 'no_term'],
    ] as const)
      assert.deepEqual(extendSimulated(world(term), input), new Refusal(code))
    assert.equal(extendSimulated(world(months(3)), { by: 'a while' }), FAILED)
  })
})
