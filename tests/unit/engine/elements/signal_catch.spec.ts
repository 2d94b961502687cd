import { test } from '@japa/runner'
import {
  draw,
  end,
  message,
  on,
  parallel,
  race,
  signal,
  start,
  sub,
  timer,
  user,
  waitFor,
} from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

test.group('Signal catch event', () => {
  const xml = draw('start -> heard -> a -> end', {
    start: start(),
    heard: waitFor(signal('S'), { out: { got: 'result' } }),
    a: user('a'),
    end: end(),
  })

  test('listens, keeps what the signal brings, and goes on', async ({ assert }) => {
    const played = await Case.of(xml)
    assert.deepEqual(played.of('listen'), [{ type: 'listen', key: 'heard:2', element: 'heard', signal: 'S' }])
    assert.deepEqual(played.signal('other').waiting, ['heard'])
    assert.deepEqual(played.signal('S', 'x').waiting, ['a'])
    assert.deepEqual(played.state?.variables, { got: 'x' })
    assert.deepEqual(played.of('cancel'), [])
  })

  test('with the key of a listener it is for that one only, and for it once', async ({ assert }) => {
    const two = draw('start -> fork -> one -> a -> end\nfork -> two -> b -> end', {
      start: start(),
      fork: parallel(),
      one: waitFor(signal('S')),
      two: waitFor(signal('S')),
      a: user('a'),
      b: user('b'),
      end: end(),
    })
    const played = await Case.of(two)
    const key = played.key('two')
    played.happen({ type: 'signal', name: 'S', key, payload: null })
    assert.deepEqual(played.waiting, ['b', 'one'])
    assert.deepEqual(played.happen({ type: 'signal', name: 'S', key, payload: null }).commands, [])
  })

  test('as the first of several events it ends the waiting for the others', async ({ assert }) => {
    const first = draw(
      'start -> first -> heard -> a -> end\nfirst -> late -> b -> end\nfirst -> told -> c -> end',
      {
        start: start(),
        first: race(),
        heard: waitFor(signal('S')),
        late: waitFor(timer('1 day')),
        told: waitFor(message('M')),
        a: user('a'),
        b: user('b'),
        c: user('c'),
        end: end(),
      }
    )
    const played = (await Case.of(first)).signal('S')
    assert.deepEqual(played.waiting, ['a'])
    assert.lengthOf(played.of('cancel'), 2)
    const late = (await Case.of(first)).trigger('late')
    assert.deepEqual(late.waiting, ['b'])
    assert.deepEqual(late.signal('S').commands, [])
  })

  test('is called off with the part that it waits in', async ({ assert }) => {
    const inside = draw('start -> part -> end\nstop -> out', {
      start: start(),
      part: sub('s -> heard -> e', { s: start(), heard: waitFor(signal('S')), e: end() }),
      stop: on('part', message('stop')),
      end: end(),
      out: end('stopped'),
    })
    const played = await Case.of(inside)
    const key = played.key('heard')
    assert.deepInclude(played.message('stop').of('cancel'), { type: 'cancel', key })
    assert.deepEqual(played.signal('S').commands, [])
  })

  test('has to say which signal', async ({ assert }) => {
    const nameless = draw('start -> it -> end', {
      start: start(),
      it: waitFor('<bpmn:signalEventDefinition/>'),
      end: end(),
    })
    assert.deepEqual(await saidOf(nameless), ['SIGNAL_MISSING it'])
    assert.deepEqual(await saidOf(xml), [])
  })
})
