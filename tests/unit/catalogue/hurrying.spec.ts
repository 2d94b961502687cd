import { test } from '@japa/runner'
import { type Scenario, compile, simulate } from '#catalogue/index'
import { FAILED, Refusal } from '#catalogue/domain/simulate/exchange'
import { extendSimulated } from '#catalogue/domain/simulate/extending'
import { declareUrgentSimulated } from '#catalogue/domain/simulate/hurrying'
import { openWorld } from '#catalogue/domain/simulate/open_world'
import { unwrap } from '#core/result'
import { calendar } from '../../catalogue/calendar.js'
import { smallProcedure } from '../../catalogue/small_procedure.js'
import { draw, end, on, service, start, timer, user } from '../engine/builder.js'
import { graphOf } from '../engine/case.js'

const procedure = unwrap(await compile(smallProcedure()))
const golden = procedure.scenarios['done'] as Scenario
const AT = '2026-03-02T09:00:00Z'

test.group('A case that a simulated town hall declares urgent (Law 39/2015, art. 33)', () => {
  const world = () => openWorld(procedure, calendar, { ...golden, at: AT })

  test('is to be resolved in half the time, for a reason and once', ({ assert }) => {
    const case_ = world()
    assert.equal(declareUrgentSimulated(case_, {}), FAILED)
    assert.deepEqual(declareUrgentSimulated(case_, { reason: 'safety' }), { lastDay: '2026-04-16' })
    assert.equal(declareUrgentSimulated(case_, { reason: 'safety' }), FAILED)
  })

  test('is extended by as much as the half at most', ({ assert }) => {
    const case_ = world()
    declareUrgentSimulated(case_, { reason: 'safety' })
    assert.deepEqual(extendSimulated(case_, { by: '3 months' }), new Refusal('over_whole'))
    assert.deepEqual(extendSimulated(case_, { by: '45 natural days' }), { lastDay: '2026-06-01' })
  })

  test('fails where its term would be over by then', ({ assert }) => {
    const late = { ...world(), now: '2026-04-17T09:00:00Z' }
    assert.equal(declareUrgentSimulated(late, { reason: 'safety' }), FAILED)
  })

  test('gives half the time for what is asked from then on', async ({ assert }) => {
    const played = async (more = '') => {
      const term = timer('10 working days').replace('EventDefinition>', `EventDefinition${more}>`)
      const graph = await graphOf(
        draw('start -> hurry -> asked -> end\nover -> late', {
          start: start(),
          hurry: service('cases.declare_urgent', { in: { reason: '"safety"' } }),
          asked: user('review'),
          over: on('asked', term),
          late: end('late'),
          end: end('done'),
        })
      )
      const steps = [{ term: '20 working days' }]
      const { outcome, timeline } = simulate({ ...procedure, graph }, { ...golden, at: AT, steps }, { calendar }) // prettier-ignore
      return [outcome, timeline.at(-1)!.at]
    }
    assert.deepEqual(await played(), ['late', '2026-03-09T23:00:00.000Z'])
    assert.deepEqual(await played(' fin:unhurried="true"'), ['late', '2026-03-16T23:00:00.000Z'])
  })
})
