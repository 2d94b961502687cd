import { test } from '@japa/runner'
import { draw, end, exclusive, parallel, start, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const forked = draw('start -> fork -> a -> join\nfork -> b -> join -> after -> end', {
  start: start(),
  fork: parallel(),
  a: user('a'),
  b: user('b'),
  join: parallel(),
  after: user('c'),
  end: end(),
})

test.group('Parallel gateway', () => {
  test('opens every branch, and waits for all of them whatever their order', async ({ assert }) => {
    for (const [first, second] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const played = await Case.of(forked)
      assert.deepEqual(played.waiting, ['a', 'b'])
      played.done(first)
      assert.deepEqual(played.waiting, [second])
      assert.deepEqual(played.state?.joins, { join: { [`${first}_to_join`]: 1 } })
      played.done(second)
      assert.deepEqual(played.waiting, ['after'])
      assert.deepEqual(played.state?.joins, {})
      assert.equal(played.path.filter((id) => id === 'join').length, 1)
    }
  })

  test('two tokens on one flow do not count as one on each', async ({ assert }) => {
    const played = await Case.of(
      draw('start -> fork -> a -> m -> join\nfork -> b -> m\nfork -> c -> join -> end', {
        start: start(),
        fork: parallel(),
        a: user('a'),
        b: user('b'),
        c: user('c'),
        m: exclusive(),
        join: parallel(),
        end: end(),
      })
    )
    played.done('a').done('b')
    assert.deepEqual(played.state?.joins, { join: { m_to_join: 2 } })
    played.done('c')
    // one pair has gone through; the other token can never be joined, and that is said
    assert.deepEqual(
      played.path.filter((id) => id === 'end'),
      ['end']
    )
    assert.deepEqual(
      played.of('incident').map(({ code, detail }) => [code, detail]),
      [['join_incomplete', 'c_to_join']]
    )
    assert.isFalse(played.ended)
  })

  test('a branch that went elsewhere leaves an incident, not a case that waits for ever', async ({
    assert,
  }) => {
    const played = await Case.of(
      draw('start -> fork -> x\nx -> join : go\nx -> out : default\nfork -> b -> join -> end', {
        start: start(),
        fork: parallel(),
        x: exclusive(),
        b: user('b'),
        join: parallel(),
        out: end(),
        end: end(),
      }),
      { go: false }
    )
    played.done('b')
    assert.deepEqual(
      played.of('incident').map(({ code, detail }) => [code, detail]),
      [['join_incomplete', 'x_to_join']]
    )
    assert.lengthOf(played.retry('join').of('incident'), 1)
    assert.isFalse(played.ended)
  })

  test('a stuck join that is tried again counts again: it never goes on without its other branch', async ({
    assert,
  }) => {
    const played = await Case.of(
      draw('start -> fork -> x\nx -> join : go\nx -> out : default\nfork -> b -> join -> after -> end', {
        start: start(),
        fork: parallel(),
        x: exclusive(),
        b: user('b'),
        join: parallel(),
        after: user('c'),
        out: end(),
        end: end(),
      }),
      { go: false }
    )
    played.done('b')
    for (let tries = 0; tries < 2; tries++) {
      played.retry('join')
      assert.deepEqual(played.waiting, ['join'])
      assert.deepEqual(played.state?.joins, { join: { b_to_join: 1 } })
      assert.notInclude(played.path, 'after')
      assert.deepEqual(
        played.of('incident').map(({ code, detail }) => [code, detail]),
        [['join_incomplete', 'x_to_join']]
      )
    }
  })

  test('takes no conditions', async ({ assert }) => {
    assert.deepEqual(await saidOf(forked), [])
    const asked = draw('start -> fork\nfork -> a : x = 1\nfork -> b\na -> end\nb -> end', {
      start: start(),
      fork: parallel(),
      a: user('a'),
      b: user('b'),
      end: end(),
    })
    assert.deepEqual(await saidOf(asked), ['CONDITION_ELSEWHERE fork_to_a'])
    assert.deepEqual(
      await saidOf(forked.replaceAll('<bpmn:parallelGateway', '$& gatewayDirection="Mixed"')),
      []
    )
  })

  test('is refused as a join that can never be complete, and warned of where it may not be', async ({
    assert,
  }) => {
    const joined = (flows: string) =>
      draw(flows, {
        start: start(),
        ask: exclusive(),
        a: user('a'),
        b: user('b'),
        join: parallel(),
        end: end(),
      })
    assert.deepEqual(
      await saidOf(joined('start -> ask\nask -> a : x\nask -> b : default\na -> join -> end\nb -> join')),
      ['JOIN_NEVER_FIRES join']
    )
  })

  test('goes on by every way that leaves it, though it joins', async ({ assert }) => {
    const both = draw('start -> fork -> a -> join -> c -> end\nfork -> b -> join -> d -> end', {
      start: start(),
      fork: parallel(),
      a: user('a'),
      b: user('b'),
      join: parallel(),
      c: user('c'),
      d: user('d'),
      end: end(),
    })
    assert.deepEqual((await Case.of(both)).done('a').done('b').waiting, ['c', 'd'])
  })

  test('that a person sets a case on goes on at once: it waits only for what comes by its flows', async ({
    assert,
  }) => {
    const played = await Case.of(forked)
    played.happen({
      type: 'modify',
      cancel: [played.key('a'), played.key('b')],
      activate: [{ element: 'join' }],
    })
    assert.deepEqual(played.waiting, ['after'])
    assert.deepEqual(played.state?.joins, {})
  })
})
