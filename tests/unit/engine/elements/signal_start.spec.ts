import { test } from '@japa/runner'
import { start, end, user, startBy, signal, draw } from '../builder.ts'
import { Case, graphOf } from '../case.ts'
import { saidOf } from '../linted.ts'
import { beginsAPart } from './shared/begins_a_part.ts'
import { BESIDE, top } from './shared/parts.ts'

test.group('Signal start event', () => {
  beginsAPart({
    definition: signal('S'),
    happens: (played) => played.happen({ type: 'signal', name: 'S', key: played.key('s'), payload: null }),
  })

  test('begins a case, once, with what was brought, and waits for nothing there', async ({ assert }) => {
    const xml = draw('start -> a -> end\ntold -> b -> end', {
      start: start(),
      a: user('a'),
      told: startBy(signal('S'), { out: { got: 'result.n' } }),
      b: user('b'),
      end: end(),
    })
    const graph = await graphOf(xml)
    assert.deepEqual(graph.starts[1], { element: 'told', by: 'signal', signal: 'S' })
    const played = new Case(graph).happen({ type: 'start', variables: { n: 1 }, element: 'told' })
    assert.deepEqual(played.path, ['told', 'b'])
    assert.deepEqual(played.state?.variables, { n: 1, got: 1 })
    assert.deepEqual(
      played.commands.flatMap(({ type }) => (type === 'trace' ? [] : [type])),
      ['task']
    )
    assert.isTrue(played.done('b').ended)
  })

  test('of an event subprocess listens in its scope, and keeps what comes each time', async ({ assert }) => {
    const played = await Case.of(top(signal('S'), { ...BESIDE, out: { got: 'result' } }))
    assert.deepEqual(played.of('listen'), [{ type: 'listen', key: 's:1', element: 's', signal: 'S' }])
    for (const n of [1, 2]) {
      played.happen({ type: 'signal', name: 'S', key: played.key('s'), payload: n })
      assert.equal(played.state?.variables.got, n)
      assert.lengthOf(played.keys('c'), n)
      assert.lengthOf(played.of('listen'), 1)
    }
  })

  test('has to say which signal', async ({ assert }) => {
    assert.deepEqual(await saidOf(top('<bpmn:signalEventDefinition/>')), ['SIGNAL_MISSING s'])
    assert.deepEqual(await saidOf(top(signal('S'))), [])
  })
})
