import { test } from '@japa/runner'
import { draw, end, error, errorEnd, on, parallel, start, sub, terminate, user } from '../builder.ts'
import { Case } from '../case.ts'

const forked = (ending = end()) =>
  sub('s -> f -> a -> e\nf -> b -> t', {
    s: start(),
    f: parallel(),
    a: user('a'),
    b: user('b'),
    e: end(),
    t: ending,
  })

test.group('Embedded subprocess', () => {
  test('goes on when all that runs inside has ended', async ({ assert }) => {
    const played = await Case.of(
      draw('start -> part -> end', { start: start(), part: forked(), end: end('done') })
    )
    assert.deepEqual(played.state?.tokens['part:2'], { element: 'part', waits: 'inside' })
    assert.equal(played.state?.tokens[played.key('a')]?.scope, 'part:2')
    played.done('b')
    assert.deepEqual(played.waiting, ['a', 'part'])
    played.done('a')
    assert.equal(played.state?.outcome, 'done')
  })

  test('nests, and closes from the inside out', async ({ assert }) => {
    const inner = sub('s2 -> a -> e2', { s2: start(), a: user('a'), e2: end() })
    const xml = draw('start -> outer -> end', {
      start: start(),
      outer: sub('s1 -> inner -> after -> e1', { s1: start(), inner, after: user('b'), e1: end() }),
      end: end(),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(played.waiting, ['after', 'outer'])
    assert.isTrue(played.done('after').ended)
  })

  test('joins inside it are counted by themselves, and go with it', async ({ assert }) => {
    const inside = sub('s -> f -> a -> j\nf -> b -> j -> e', {
      s: start(),
      f: parallel(),
      a: user('a'),
      b: user('b'),
      j: parallel(),
      e: end(),
    })
    const xml = draw('start -> part -> end\ncaught -> out', {
      start: start(),
      part: inside,
      caught: on('part', error()),
      end: end(),
      out: end('error'),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(played.state?.joins, { 'part:2/j': { a_to_j: 1 } })
    played.happen({ type: 'error', key: played.key('b'), code: 'stop' })
    assert.deepInclude(played.state, { joins: {}, tokens: {}, outcome: 'error', status: 'ended' })
  })
})

test.group('Terminate end event', () => {
  test('ends every branch of the case, and stops what they waited for', async ({ assert }) => {
    const xml = draw('start -> fork -> a -> stop\nfork -> b -> end', {
      start: start(),
      fork: parallel(),
      a: user('a'),
      b: user('b'),
      stop: terminate('stopped'),
      end: end(),
    })
    const played = await Case.of(xml)
    const b = played.key('b')
    played.done('a')
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: b }])
    assert.deepInclude(played.state, { tokens: {}, status: 'ended', outcome: 'stopped' })
  })

  test('inside a subprocess it ends only that', async ({ assert }) => {
    const xml = draw('start -> part -> after -> end', {
      start: start(),
      part: forked(terminate()),
      after: user('c'),
      end: end(),
    })
    const played = (await Case.of(xml)).done('b')
    assert.deepEqual(played.waiting, ['after'])
  })
})

test.group('A branch that ends the others', () => {
  const racing = (ending: ReturnType<typeof end>) => ({
    s: start(),
    f: parallel(),
    stop: ending,
    late: user('a'),
    e: end(),
  })

  test('does so in the very step in which they would begin', async ({ assert }) => {
    const inside = (ending: ReturnType<typeof end>) => sub('s -> f -> stop\nf -> late -> e', racing(ending))
    for (const ending of [terminate(), errorEnd('x')]) {
      const xml = draw('start -> part -> end\ncaught -> end', {
        start: start(),
        part: inside(ending),
        caught: on('part', error()),
        end: end(),
      })
      const played = await Case.of(xml)
      assert.isTrue(played.ended)
      assert.notInclude(played.path, 'late')
      assert.deepEqual(played.of('task'), [])
    }
    const whole = await Case.of(draw('s -> f -> stop\nf -> late -> e', racing(terminate())))
    assert.isTrue(whole.ended)
    assert.notInclude(whole.path, 'late')
  })
})

test.group('Error end event', () => {
  test('leaves the subprocess by the error boundary event that takes it, with all its branches', async ({
    assert,
  }) => {
    const xml = draw('start -> part -> end\ncaught -> other', {
      start: start(),
      part: forked(errorEnd('refused')),
      caught: on('part', error('refused')),
      end: end('well'),
      other: end('refused'),
    })
    const played = await Case.of(xml)
    const a = played.key('a')
    played.done('b')
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: a }])
    assert.deepInclude(played.state, { tokens: {}, status: 'ended', outcome: 'refused' })
  })

  test('that nothing takes is an incident', async ({ assert }) => {
    const xml = draw('start -> part -> end', {
      start: start(),
      part: forked(errorEnd('refused')),
      end: end(),
    })
    const played = (await Case.of(xml)).done('b')
    assert.deepEqual(
      played.of('incident').map(({ code, detail }) => [code, detail]),
      [['error_uncaught', 'refused']]
    )
    assert.isFalse(played.ended)
  })
})
