import { test } from '@japa/runner'
import { draw, end, exclusive, link, many, start, sub, throwing, user, waitFor } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const leap = throwing(link('L'))
const land = waitFor(link('L'))

test.group('Link throw event', () => {
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

  test('has a name, leads to one catching link of its scope, and to nothing else', async ({ assert }) => {
    const xml = (flows: string, more: Parameters<typeof draw>[1] = {}) =>
      draw(`start -> leap\nland -> end\n${flows}`, { start: start(), leap, land, end: end(), ...more })
    assert.deepEqual(await saidOf(xml('')), [])
    assert.deepEqual(await saidOf(xml('leap -> end')), ['END_GOES_ON leap'])
    assert.deepEqual(await saidOf(xml('other -> end', { other: waitFor(link('L')) })), ['LINK_TARGET leap'])
    const alone = (name: string) => draw('start -> leap', { start: start(), leap: throwing(link(name)) })
    assert.deepEqual(await saidOf(alone('L')), ['LINK_TARGET leap'])
    assert.deepEqual(await saidOf(alone('')), ['LINK_WITHOUT_NAME leap'])
    const deeper = draw('start -> part -> leap', {
      start: start(),
      part: sub('s -> e\nland -> e', { s: start(), land, e: end() }),
      leap,
    })
    assert.include(await saidOf(deeper), 'LINK_TARGET leap')
  })
})
