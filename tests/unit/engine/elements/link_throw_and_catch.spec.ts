import { test } from '@japa/runner'
import {
  draw,
  end,
  exclusive,
  link,
  many,
  parallel,
  start,
  sub,
  throwing,
  user,
  waitFor,
} from '../builder.ts'
import { Case } from '../case.ts'

const leap = throwing(link('L'))
const land = waitFor(link('L'))

test.group('Link events', () => {
  test('a throwing link goes on at the catching one of its name, at once', async ({ assert }) => {
    const xml = draw('start -> leap\nland -> a -> end', {
      start: start(),
      leap,
      land,
      a: user('a'),
      end: end(),
    })
    const played = await Case.of(xml)
    assert.deepEqual(played.path, ['start', 'leap', 'land', 'a'])
    assert.deepEqual(played.waiting, ['a'])
    assert.isTrue(played.done('a').ended)
  })

  test('several throw to one, each token by itself', async ({ assert }) => {
    const xml = draw('start -> fork -> a -> leap\nfork -> b -> other\nland -> c -> end', {
      start: start(),
      fork: parallel(),
      a: user('a'),
      b: user('b'),
      c: user('c'),
      leap,
      other: throwing(link('L')),
      land,
      end: end(),
    })
    const played = (await Case.of(xml)).done('a').done('b')
    assert.deepEqual(played.waiting, ['c', 'c'])
  })

  test('backwards it makes a loop', async ({ assert }) => {
    const xml = draw('start -> m -> a -> x\nland -> m\nx -> leap : more\nx -> end : default', {
      start: start(),
      m: exclusive(),
      a: user('a', { out: { more: 'result' } }),
      x: exclusive(),
      leap,
      land,
      end: end(),
    })
    const played = (await Case.of(xml)).done('a', true)
    assert.deepEqual(played.waiting, ['a'])
    assert.isTrue(played.done('a', false).ended)
  })

  test('each subprocess, and each of its repetitions, has links of its own', async ({ assert }) => {
    const inside = sub('s -> leap2\nland2 -> b -> e', {
      s: start(),
      leap2: throwing(link('L')),
      land2: waitFor(link('L')),
      b: user('b'),
      e: end(),
    })
    const xml = draw('start -> leap\nland -> part -> end', {
      start: start(),
      leap,
      land,
      part: many(inside, { 'fin:collection': '[1, 2]' }),
      end: end(),
    })
    const played = await Case.of(xml)
    assert.deepEqual(
      played.keys('b').map((key) => played.state?.tokens[key]?.scope),
      played.keys('part', 'inside')
    )
    for (const key of played.keys('b')) played.doneAt(key)
    assert.isTrue(played.ended)
  })
})
