import { test } from '@japa/runner'
import { draw, end, link, parallel, start, throwing, user, waitFor } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

test.group('Link catch event', () => {
  test('waits for nothing: what comes to it goes on in the same step', async ({ assert }) => {
    const played = await Case.of(
      draw('start -> leap\nland -> end', {
        start: start(),
        leap: throwing(link('L')),
        land: waitFor(link('L'), { 'fin:phase': 'decision' }),
        end: end(),
      })
    )
    assert.isTrue(played.ended)
    assert.deepEqual(played.path, ['start', 'leap', 'land', 'end'])
    assert.deepEqual(played.of('phase'), [{ type: 'phase', phase: 'decision' }])
  })

  test('several throw to one, each token by itself', async ({ assert }) => {
    const xml = draw('start -> fork -> a -> leap\nfork -> b -> other\nland -> c -> end', {
      start: start(),
      fork: parallel(),
      a: user('a'),
      b: user('b'),
      c: user('c'),
      leap: throwing(link('L')),
      other: throwing(link('L')),
      land: waitFor(link('L')),
      end: end(),
    })
    const played = (await Case.of(xml)).done('a').done('b')
    assert.deepEqual(played.waiting, ['c', 'c'])
  })

  test('has a name, is thrown to by some link, and entered by no flow', async ({ assert }) => {
    const xml = (flows: string, name = 'L') =>
      draw(flows, { start: start(), leap: throwing(link('L')), land: waitFor(link(name)), end: end() })
    assert.deepEqual(await saidOf(xml('start -> leap -> land -> end')), [
      'END_GOES_ON leap',
      'BEGINNING_ENTERED land',
    ])
    assert.include(await saidOf(xml('start -> leap\nland -> end', '')), 'LINK_WITHOUT_NAME land')
    assert.includeMembers(await saidOf(xml('start -> leap\nland -> end', 'M')), [
      'UNREACHABLE land',
      'LINK_TARGET leap',
    ])
  })
})
