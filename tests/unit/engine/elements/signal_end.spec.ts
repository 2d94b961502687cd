import { test } from '@japa/runner'
import { draw, end, ending, on, parallel, signal, start, sub, user, waitFor } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

test.group('Signal end event', () => {
  test('tells, and ends its branch', async ({ assert }) => {
    const xml = draw('start -> fork -> one -> a -> end\nfork -> tell', {
      start: start(),
      fork: parallel(),
      one: waitFor(signal('S')),
      tell: ending(signal('S'), { 'fin:outcome': 'told' }),
      a: user('a'),
      end: end(),
    })
    const played = await Case.of(xml)
    assert.deepEqual(played.waiting, ['a'])
    assert.equal(played.state?.outcome, 'told')
    assert.isTrue(played.done('a').ended)
  })

  test('tells what it brings to this case and to the others', async ({ assert }) => {
    const xml = draw('start -> fork -> one -> a -> end\nfork -> tell', {
      start: start(),
      fork: parallel(),
      one: waitFor(signal('S'), { out: { got: 'result.n' } }),
      tell: ending(signal('S'), { in: { n: 'x' } }),
      a: user('a'),
      end: end(),
    })
    const played = await Case.of(xml, { x: 'y' })
    assert.deepEqual(
      played.of('signal').map(({ element, signal: name, payload }) => [element, name, payload]),
      [['tell', 'S', { n: 'y' }]]
    )
    assert.deepEqual(played.state?.variables, { x: 'y', got: 'y' })
  })

  test('that ends the part it stands in has no outcome of its own', async ({ assert }) => {
    const xml = draw('start -> part -> end\nheard -> b -> out', {
      start: start(),
      part: sub('s -> tell', { s: start(), tell: ending(signal('S'), { 'fin:outcome': 'told' }) }),
      heard: on('part', signal('S')),
      b: user('b'),
      end: end(),
      out: end(),
    })
    const played = await Case.of(xml)
    assert.deepEqual(played.waiting, ['b'])
    assert.isNull(played.state!.outcome)
  })

  test('has to say which signal, and leads nowhere', async ({ assert }) => {
    const nameless = draw('start -> it', { start: start(), it: ending('<bpmn:signalEventDefinition/>') })
    assert.deepEqual(await saidOf(nameless), ['SIGNAL_MISSING it'])
    const onward = draw('start -> it -> end', { start: start(), it: ending(signal('S')), end: end() })
    assert.deepEqual(await saidOf(onward), ['END_GOES_ON it'])
  })
})
