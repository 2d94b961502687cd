import { test } from '@japa/runner'
import { draw, end, escalation, eventSub, on, start, startBy, sub, throwing, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { beginsAPart } from './shared/begins_a_part.ts'

test.group('Escalation start event', () => {
  const xml = (given: Record<string, string>) =>
    draw('start -> a -> up -> b -> end', {
      start: start(),
      a: user('a'),
      up: throwing(escalation('E')),
      b: user('b'),
      end: end(),
      aside: eventSub('s -> c -> e', { s: startBy(escalation('E'), given), c: user('c'), e: end() }),
    })

  beginsAPart({ definition: escalation('E'), happens: (played) => played.escalate('a', 'E'), outside: false })

  test('begins its part beside what runs, each time', async ({ assert }) => {
    const played = (await Case.of(xml({ isInterrupting: 'false' }))).escalate('a', 'E').done('a')
    assert.deepEqual(played.waiting, ['aside', 'aside', 'b', 'c', 'c'])
  })

  test('or instead of it', async ({ assert }) => {
    const played = (await Case.of(xml({}))).done('a')
    assert.deepEqual(played.waiting, ['aside', 'c'])
    assert.isTrue(played.done('c').ended)
  })

  test('hears before the border of its part does', async ({ assert }) => {
    const inner = sub('s1 -> up -> b -> e1', {
      s1: start(),
      up: throwing(escalation('E')),
      b: user('b'),
      e1: end(),
      aside: eventSub('s -> c -> e', {
        s: startBy(escalation(), { isInterrupting: 'false' }),
        c: user('c'),
        e: end(),
      }),
    })
    const played = await Case.of(
      draw('start -> part -> end\nheard -> d -> end', {
        start: start(),
        part: inner,
        heard: on('part', escalation('E')),
        d: user('d'),
        end: end(),
      })
    )
    assert.deepEqual(played.waiting, ['aside', 'b', 'c', 'part'])
  })

  test('what is escalated in it goes further out, never to itself', async ({ assert }) => {
    const inner = sub('s1 -> a -> e1', {
      s1: start(),
      a: user('a'),
      e1: end(),
      aside: eventSub('s -> c -> again -> e', {
        s: startBy(escalation('E'), { isInterrupting: 'false' }),
        c: user('c'),
        again: throwing(escalation('E')),
        e: end(),
      }),
    })
    const xml = draw('start -> part -> end\nheard -> d -> end', {
      start: start(),
      part: inner,
      heard: on('part', escalation('E'), { cancelActivity: 'false' }),
      d: user('d'),
      end: end(),
    })
    const played = (await Case.of(xml)).escalate('a', 'E').done('c')
    assert.deepEqual(played.waiting, ['a', 'd', 'part'])
  })

  test('begins no case: it is for event subprocesses', async ({ assert }) => {
    const alone = draw('start -> end', { start: startBy(escalation('E')), end: end() })
    assert.deepEqual(await saidOf(alone), ['START_ONLY_INSIDE start'])
    assert.deepEqual(await saidOf(xml({ isInterrupting: 'false' })), [])
  })
})
