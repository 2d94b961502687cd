import { test } from '@japa/runner'
import { again, draw, end, error, message, on, start, sub, user, work } from '../builder.ts'
import { Case } from '../case.ts'
import { MOST_TURNS } from '#engine/runtime/repeat'

const xml = (condition: string, given: Record<string, string> = {}) =>
  draw('start -> a -> after -> end\nstop -> out', {
    start: start(),
    a: again(user('a', { in: { turn: 'loopCounter' }, out: { more: 'result' } }), condition, given),
    stop: on('a', message('stop')),
    after: user('after'),
    end: end(),
    out: end('stopped'),
  })
const turn = (played: Case) => played.keys('a', 'task')[0]!
const turns = (played: Case) => played.of('task').map(({ variables }) => variables?.turn)

test.group('Standard loop', () => {
  test('goes round while its condition holds, and once at least', async ({ assert }) => {
    const played = await Case.of(xml('more'), { more: false })
    assert.deepEqual(turns(played), ['1'])
    assert.deepEqual(turns(played.doneAt(turn(played), true)), ['2'])
    assert.deepEqual(played.doneAt(turn(played), false).waiting, ['after'])
    // it writes to the variables of the case: the next turn and the condition see them
    assert.deepEqual(played.state?.variables, { more: false })
    assert.lengthOf(
      played.path.filter((id) => id === 'a'),
      1
    )
  })

  test('tested before, not even once', async ({ assert }) => {
    assert.deepEqual((await Case.of(xml('more', { testBefore: 'true' }), { more: false })).waiting, ['after'])
    assert.deepEqual(turns(await Case.of(xml('more', { testBefore: 'true' }), { more: true })), ['1'])
  })

  test('no oftener than its most', async ({ assert }) => {
    const played = await Case.of(xml('true', { loopMaximum: '2' }))
    assert.deepEqual(played.doneAt(turn(played)).keys('after'), [])
    assert.deepEqual(played.doneAt(turn(played)).waiting, ['after'])
  })

  test('and where none is drawn, after a thousand turns a person has to look: it never goes on by itself', async ({
    assert,
  }) => {
    const played = await Case.of(xml('more'), { more: true })
    for (let n = 1; n < MOST_TURNS; n += 1) played.doneAt(turn(played), true)
    assert.deepEqual(turns(played), ['1000'])
    played.doneAt(turn(played), true)
    assert.deepEqual(
      played.of('incident').map(({ element, code, detail }) => [element, code, detail]),
      [['a', 'too_many_entries', '1000']]
    )
    assert.deepEqual(played.waiting, ['a', 'stop'])
    // looked at again it still wants to go round
    assert.lengthOf(played.retry('a').of('incident'), 1)
    assert.deepEqual(played.retry('a', { more: false }).waiting, ['after'])
  }).timeout(30_000)

  test('a thousand that are drawn are a way out like any other most', async ({ assert }) => {
    const played = await Case.of(xml('true', { loopMaximum: '1000' }))
    for (let n = 1; n <= MOST_TURNS; n += 1) played.doneAt(turn(played))
    assert.deepEqual(played.waiting, ['after'])
  }).timeout(30_000)

  test('a condition that can not be told is an incident; mended, it goes on from there', async ({
    assert,
  }) => {
    const played = await Case.of(xml('more'))
    played.doneAt(turn(played), 'perhaps')
    assert.deepEqual(
      played.of('incident').map(({ code, detail }) => [code, detail]),
      [['condition_not_boolean', 'more']]
    )
    assert.deepEqual(played.waiting, ['a', 'stop'])
    assert.deepEqual(turns(played.retry('a', { more: true })), ['2'])
    assert.deepEqual(played.doneAt(turn(played), false).waiting, ['after'])
  })

  test('is ended as a whole, by an event outside and by an error inside', async ({ assert }) => {
    const played = await Case.of(xml('true'))
    const [key] = [turn(played)]
    played.message('stop')
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key }])
    assert.equal(played.state?.outcome, 'stopped')
    const failing = await Case.of(
      draw('start -> a -> end\nbad -> out', {
        start: start(),
        a: again(user('a'), 'true'),
        bad: on('a', error()),
        end: end(),
        out: end('bad'),
      })
    )
    failing.doneAt(turn(failing)).happen({ type: 'error', key: turn(failing), code: 'E' })
    assert.deepInclude(failing.state, { tokens: {}, outcome: 'bad' })
  })

  test('of a subprocess it goes round in it, with its number seen inside', async ({ assert }) => {
    const part = sub('s -> b -> e', { s: start(), b: user('b', { in: { turn: 'loopCounter' } }), e: end() })
    const played = await Case.of(
      draw('start -> part -> end', { start: start(), part: again(part, 'loopCounter < 3'), end: end() })
    )
    for (const nth of ['1', '2', '3']) {
      assert.deepEqual(
        played.of('task').map(({ variables }) => variables?.turn),
        [nth]
      )
      played.done('b')
    }
    assert.isTrue(played.ended)
  })

  test('of something that never waits stops when it has gone round too often in one step', async ({
    assert,
  }) => {
    const played = await Case.of(
      draw('start -> a -> end', { start: start(), a: again(work({ n: 'n + 1' }), 'go'), end: end() }),
      { n: 0, go: true }
    )
    // its cap of turns and that of one step are the same number, and the start event has been entered, too
    assert.deepEqual(
      played.of('incident').map(({ code }) => code),
      ['too_many_entries']
    )
    const [key] = Object.entries(played.state!.tokens).find(([, token]) => token.incident)!
    played.happen({ type: 'retry', key, variables: { go: false } })
    assert.isTrue(played.ended)
  })
})
