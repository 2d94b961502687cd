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
