import { test } from '@japa/runner'
import {
  draw,
  end,
  exclusive,
  inclusive,
  link,
  message,
  on,
  parallel,
  start,
  sub,
  terminate,
  throwing,
  timer,
  user,
  waitFor,
} from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const three = draw(
  `start -> which
   which -> a : water
   which -> b : fire
   which -> c : default
   a -> join -> after -> end
   b -> join
   c -> join`,
  {
    start: start(),
    which: inclusive(),
    a: user('a'),
    b: user('b'),
    c: user('c'),
    join: inclusive(),
    after: user('after'),
    end: end(),
  }
)
const codes = (played: Case) => played.of('incident').map(({ code, detail }) => [code, detail])
const entered = (played: Case, id: string) => played.path.filter((each) => each === id).length

test.group('Inclusive gateway, as it parts', () => {
  test('goes every way whose condition is true, and the default only when none is', async ({ assert }) => {
    const ways: [boolean, boolean, string[]][] = [
      [true, true, ['a', 'b']],
      [true, false, ['a']],
      [false, true, ['b']],
      [false, false, ['c']],
    ]
    for (const [water, fire, open] of ways)
      assert.deepEqual((await Case.of(three, { water, fire })).waiting, open)
  })

  test('stops where a condition is neither true nor false, and takes no way until it is mended', async ({
    assert,
  }) => {
    const played = await Case.of(three, { water: true, fire: null })
    assert.deepEqual(codes(played), [['condition_not_boolean', 'which_to_b']])
    assert.deepEqual(played.waiting, ['which'])
    played.retry('which', { fire: true })
    assert.deepEqual(played.waiting, ['a', 'b'])
    assert.equal(entered(played, 'which'), 1)
  })

  test('stops where no condition is true and there is no default', async ({ assert }) => {
    const xml = draw('start -> which\nwhich -> a : x\nwhich -> b : y\na -> end\nb -> end', {
      start: start(),
      which: inclusive(),
      a: user('a'),
      b: user('b'),
      end: end(),
    })
    const played = await Case.of(xml, { x: false, y: false })
    assert.deepEqual(codes(played), [['no_flow_matches', 'which_to_a which_to_b']])
    assert.deepEqual(played.retry('which', { y: true }).waiting, ['b'])
  })

  test('goes a way without a condition whatever the others say', async ({ assert }) => {
    const xml = draw('start -> which -> a -> end', {
      start: start(),
      which: inclusive(),
      a: user('a'),
      end: end(),
    })
    assert.deepEqual((await Case.of(xml)).waiting, ['a'])
  })

  test('says for each way that it goes what the conditions saw', async ({ assert }) => {
    const because = async (variables: Record<string, boolean>) =>
      (await Case.of(three, variables))
        .of('trace')
        .flatMap(({ flow, because: seen }) => (seen ? [[flow, seen]] : []))
    const both = { water: true, fire: true }
    assert.deepEqual(await because(both), [
      ['which_to_a', both],
      ['which_to_b', both],
    ])
    const none = { water: false, fire: false }
    assert.deepEqual(await because(none), [['which_to_c', none]])
  })

  test('has a condition on each way but the default, which is one of its own', async ({ assert }) => {
    assert.deepEqual(await saidOf(three), [])
    assert.deepEqual(await saidOf(three.replace('default="which_to_c"', '')), [
      'CONDITION_MISSING which_to_c',
      'warning GATEWAY_WITHOUT_DEFAULT which',
    ])
    assert.deepEqual(
      await saidOf(
        draw('start -> which\nwhich -> end : x', { start: start(), which: inclusive(), end: end() })
      ),
      ['warning GATEWAY_WITHOUT_DEFAULT which']
    )
    assert.deepEqual(await saidOf(three.replace('default="which_to_c"', 'default="which_to_a"')), [
      'DEFAULT_WITH_CONDITION which_to_a',
      'CONDITION_MISSING which_to_c',
    ])
    assert.deepEqual(await saidOf(three.replace('default="which_to_c"', 'default="a_to_join"')), [
      'DEFAULT_ELSEWHERE which',
      'CONDITION_MISSING which_to_c',
    ])
  })
})

test.group('Inclusive gateway, as it joins', () => {
  test('waits for the branches that were begun, in whatever order they come, and for no others', async ({
    assert,
  }) => {
    for (const order of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const played = await Case.of(three, { water: true, fire: true })
      played.done(order[0])
      assert.deepEqual(played.waiting, [order[1]])
      assert.deepEqual(played.state?.joins, { join: { [`${order[0]}_to_join`]: 1 } })
      played.done(order[1])
      assert.deepEqual(played.waiting, ['after'])
      assert.deepEqual(played.state?.joins, {})
      assert.equal(entered(played, 'join'), 1)
      assert.equal(entered(played, 'after'), 1)
    }
    assert.deepEqual((await Case.of(three, { water: false, fire: false })).done('c').waiting, ['after'])
  })

  test('need not be drawn with the gateway that parted: a branch that goes elsewhere is not waited for', async ({
    assert,
  }) => {
    const xml = draw(
      `start -> fork -> a -> join -> after -> end
       fork -> b -> x
       x -> join : stays
       x -> out : default`,
      {
        start: start(),
        fork: parallel(),
        a: user('a'),
        b: user('b'),
        x: exclusive(),
        join: inclusive(),
        after: user('after'),
        out: end(),
        end: end(),
      }
    )
    const left = (await Case.of(xml, { stays: false })).done('a')
    assert.deepEqual(left.waiting, ['b'])
    assert.deepEqual(left.done('b').waiting, ['after'])
    const stayed = (await Case.of(xml, { stays: true })).done('b').done('a')
    assert.deepEqual(stayed.waiting, ['after'])
    assert.equal(entered(stayed, 'after'), 1)
  })

  test('knows that a branch may still come by a boundary event, and that it no longer can', async ({
    assert,
  }) => {
    const xml = draw(
      `start -> fork -> a -> join -> after -> end
       fork -> b -> out
       late -> join`,
      {
        start: start(),
        fork: parallel(),
        a: user('a'),
        b: user('b'),
        late: on('b', timer('10 days')),
        join: inclusive(),
        after: user('after'),
        out: end(),
        end: end(),
      }
    )
    const came = (await Case.of(xml)).done('a')
    assert.deepEqual(came.waiting, ['b', 'late'])
    assert.deepEqual(came.trigger('late').waiting, ['after'])
    assert.equal(entered(came, 'after'), 1)
    assert.deepEqual((await Case.of(xml)).done('a').done('b').waiting, ['after'])
  })

  test('knows that a branch may still come by a link', async ({ assert }) => {
    const xml = draw(
      `start -> fork -> a -> join -> after -> end
       fork -> b -> leap
       land -> c -> join`,
      {
        start: start(),
        fork: parallel(),
        a: user('a'),
        b: user('b'),
        c: user('c'),
        leap: throwing(link('L')),
        land: waitFor(link('L')),
        join: inclusive(),
        after: user('after'),
        end: end(),
      }
    )
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(played.done('b').waiting, ['c'])
    assert.deepEqual(played.done('c').waiting, ['after'])
  })

  test('in a loop it waits for what comes round, and goes through once a round', async ({ assert }) => {
    const xml = draw(
      `start -> join -> work -> again
       again -> join : more
       again -> end : default`,
      {
        start: start(),
        join: inclusive(),
        work: user('a', { out: { more: 'result' } }),
        again: exclusive(),
        end: end(),
      }
    )
    const played = await Case.of(xml)
    for (const _ of [1, 2]) assert.deepEqual(played.done('work', true).waiting, ['work'])
    assert.isTrue(played.done('work', false).ended)
    assert.equal(entered(played, 'join'), 3)
  })

  test('of several joins one after the other, the later waits for what stands before the earlier', async ({
    assert,
  }) => {
    const xml = draw(
      `start -> fork -> a -> first -> second -> after -> end
       fork -> b -> first
       fork -> c -> second`,
      {
        start: start(),
        fork: parallel(),
        a: user('a'),
        b: user('b'),
        c: user('c'),
        first: inclusive(),
        second: inclusive(),
        after: user('after'),
        end: end(),
      }
    )
    const played = (await Case.of(xml)).done('c').done('a')
    assert.deepEqual(played.state?.joins, { second: { c_to_second: 1 }, first: { a_to_first: 1 } })
    assert.deepEqual(played.done('b').waiting, ['after'])
    assert.equal(entered(played, 'second'), 1)
  })

  test('a token before a parallel join that is stuck is still waited for, and that is said once', async ({
    assert,
  }) => {
    const xml = draw(
      `start -> fork -> a -> join -> after -> end
       fork -> b -> both -> join
       fork -> x
       x -> both : go
       x -> out : default`,
      {
        start: start(),
        fork: parallel(),
        a: user('a'),
        b: user('b'),
        x: exclusive(),
        both: parallel(),
        join: inclusive(),
        after: user('after'),
        out: end(),
        end: end(),
      }
    )
    const played = (await Case.of(xml, { go: false })).done('a').done('b')
    assert.deepEqual(
      played.of('incident', played.all).map(({ element, detail }) => [element, detail]),
      [
        ['both', 'x_to_both'],
        ['join', 'both_to_join'],
      ]
    )
  })

  test('two tokens on one flow go through one after the other', async ({ assert }) => {
    const xml = draw(
      `start -> fork -> a -> m -> join -> after -> end
       fork -> b -> m
       fork -> c -> join`,
      {
        start: start(),
        fork: parallel(),
        a: user('a'),
        b: user('b'),
        c: user('c'),
        m: exclusive(),
        join: inclusive(),
        after: user('after'),
        end: end(),
      }
    )
    const played = (await Case.of(xml)).done('a').done('b').done('c')
    assert.deepEqual(played.waiting, ['after', 'after'])
    assert.equal(entered(played, 'join'), 2)
  })

  test('inside a subprocess it is counted by itself, and goes with it', async ({ assert }) => {
    const xml = draw('start -> part -> end\nstop -> stopped', {
      start: start(),
      part: sub('s -> fork -> a -> join -> e\nfork -> b -> join', {
        s: start(),
        fork: parallel(),
        a: user('a'),
        b: user('b'),
        join: inclusive(),
        e: end(),
      }),
      stop: on('part', message('stop')),
      stopped: end('stopped'),
      end: end('done'),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(played.state?.joins, { [`${played.key('part')}/join`]: { a_to_join: 1 } })
    assert.deepInclude(played.message('stop').state, { joins: {}, tokens: {}, outcome: 'stopped' })
  })

  test('a branch that ends all others takes what waits before it along', async ({ assert }) => {
    const xml = draw('start -> fork -> a -> join -> end\nfork -> b -> stop\nfork -> c -> join', {
      start: start(),
      fork: parallel(),
      a: user('a'),
      b: user('b'),
      c: user('c'),
      join: inclusive(),
      end: end(),
      stop: terminate('stopped'),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(played.state?.joins, { join: { a_to_join: 1 } })
    played.done('b')
    assert.deepInclude(played.state, { joins: {}, tokens: {}, outcome: 'stopped', status: 'ended' })
  })

  test('that a person sets a case on goes on at once', async ({ assert }) => {
    const played = await Case.of(three, { water: true, fire: true })
    played.happen({ type: 'modify', cancel: [played.key('a')], activate: [{ element: 'join' }] })
    assert.deepEqual(played.waiting, ['after', 'b'])
    assert.deepEqual(played.state?.joins, {})
  })
})
