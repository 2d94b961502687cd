import { test } from '@japa/runner'
import { start, end, user, message, startBy, draw } from '../builder.ts'
import { Case, graphOf } from '../case.ts'
import { saidOf } from '../linted.ts'
import { beginsAPart } from './shared/begins_a_part.ts'
import { BESIDE, top } from './shared/parts.ts'

test.group('Message start event', () => {
  beginsAPart({
    definition: message('M'),
    happens: (played) => played.happen({ type: 'message', name: 'M', key: played.key('s'), payload: null }),
  })

  test('begins a case, once, with what was brought, and waits for nothing there', async ({ assert }) => {
    const xml = draw('start -> a -> end\ntold -> b -> end', {
      start: start(),
      a: user('a'),
      told: startBy(message('M'), { out: { got: 'result.n' } }),
      b: user('b'),
      end: end(),
    })
    const graph = await graphOf(xml)
    assert.deepEqual(graph.starts[1], { element: 'told', by: 'message', message: 'M' })
    const played = new Case(graph).happen({ type: 'start', variables: { n: 1 }, element: 'told' })
    assert.deepEqual(played.path, ['told', 'b'])
    assert.deepEqual(played.state?.variables, { n: 1, got: 1 })
    assert.deepEqual(
      played.commands.flatMap(({ type }) => (type === 'trace' ? [] : [type])),
      ['task']
    )
    assert.isTrue(played.done('b').ended)
  })

  test('of an event subprocess subscribes in its scope, and keeps what comes each time', async ({
    assert,
  }) => {
    const given = { 'fin:correlation': 'number', ...BESIDE, out: { got: 'result' } }
    const played = await Case.of(top(message('M'), given), { number: 'E-1' })
    assert.deepEqual(played.of('subscribe'), [
      { type: 'subscribe', key: 's:1', element: 's', message: 'M', correlation: 'E-1' },
    ])
    assert.deepEqual(played.message('M', 'late', 'E-2').commands, [])
    for (const n of [1, 2]) {
      played.happen({ type: 'message', name: 'M', key: played.key('s'), correlation: 'E-1', payload: n })
      assert.equal(played.state?.variables.got, n)
      assert.lengthOf(played.keys('c'), n)
      assert.lengthOf(played.of('subscribe'), 1)
    }
  })

  test('has to say which message', async ({ assert }) => {
    assert.deepEqual(await saidOf(top('<bpmn:messageEventDefinition/>')), ['MESSAGE_MISSING s'])
    assert.deepEqual(await saidOf(top(message('M'))), [])
  })
})
