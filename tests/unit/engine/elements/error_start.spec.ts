import { test } from '@japa/runner'
import { draw, end, error, errorEnd, eventSub, many, on, start, startBy, sub, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { beginsAPart } from './shared/begins_a_part.ts'
import { BESIDE, top } from './shared/parts.ts'

test.group('Error start event', () => {
  const part = (inner: Parameters<typeof eventSub>[1], flows: string) =>
    draw('start -> part -> end\ncaught -> d -> out', {
      start: start(),
      part: sub('s1 -> a -> e1', { s1: start(), a: user('a'), e1: end(), aside: eventSub(flows, inner) }),
      caught: on('part', error()),
      d: user('d'),
      end: end('done'),
      out: end('caught'),
    })
  const thrown = (played: Case, element: string, code: string) =>
    played.happen({ type: 'error', key: played.key(element), code })

  beginsAPart({
    definition: error('E'),
    happens: (played) => thrown(played, 'a', 'E'),
    beside: false,
    outside: false,
  })

  test('takes its code before the border of the part does, and leaves others to it', async ({ assert }) => {
    const xml = part({ s: startBy(error('E')), c: user('c'), e: end() }, 's -> c -> e')
    assert.deepEqual(thrown(await Case.of(xml), 'a', 'E').waiting, ['aside', 'c', 'part'])
    assert.deepEqual(thrown(await Case.of(xml), 'a', 'other').waiting, ['d'])
  })

  test('an error in what it began is for those further out, though it would take any', async ({ assert }) => {
    const xml = part({ s: startBy(error()), c: user('c'), e: errorEnd('E') }, 's -> c -> e')
    const again = thrown(thrown(await Case.of(xml), 'a', 'E'), 'c', 'E')
    assert.deepEqual(again.waiting, ['d'])
    assert.deepEqual(thrown(await Case.of(xml), 'a', 'E').done('c').waiting, ['d'])
  })

  test('of something repeated begins in its repetition; what it throws again leaves all of them', async ({
    assert,
  }) => {
    const inner = sub('s1 -> a -> e1', {
      s1: start(),
      a: user('a'),
      e1: end(),
      aside: eventSub('s -> c -> e', { s: startBy(error()), c: user('c'), e: errorEnd('E') }),
    })
    const played = await Case.of(
      draw('start -> part -> end\ncaught -> d -> out', {
        start: start(),
        part: many(inner, { 'fin:collection': '[1, 2]' }),
        caught: on('part', error()),
        d: user('d'),
        end: end(),
        out: end(),
      })
    )
    played.happen({ type: 'error', key: played.keys('a')[0]!, code: 'E' })
    assert.deepEqual(played.waiting, ['a', 'aside', 'c', 'part', 'part', 'part'])
    played.done('c')
    assert.deepEqual(played.waiting, ['d'])
  })

  test('begins no case: it is for event subprocesses', async ({ assert }) => {
    const alone = draw('start -> end', { start: startBy(error('E')), end: end() })
    assert.deepEqual(await saidOf(alone), ['START_ONLY_INSIDE start'])
    assert.deepEqual(await saidOf(top(error('E'))), [])
  })

  test('always ends its scope: it can not run beside what has failed', async ({ assert }) => {
    assert.deepEqual(thrown(await Case.of(top(error('E'))), 'a', 'E').waiting, ['aside', 'c'])
    assert.deepEqual(await saidOf(top(error('E'), BESIDE)), ['REFUSED_PROPERTY s'])
  })
})
