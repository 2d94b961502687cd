import { test } from '@japa/runner'
import { draw, end, message, on, start, sub, user } from '../builder.ts'
import { Case } from '../case.ts'

test.group('Message boundary event', () => {
  const xml = (cancelActivity?: string) =>
    draw('start -> inside -> end\nwithdrawal -> withdrawn', {
      start: start(),
      inside: sub('s -> a -> b -> e', { s: start(), a: user('a'), b: user('b'), e: end() }),
      withdrawal: on('inside', message('withdrawal'), { cancelActivity, out: { reason: 'result.reason' } }),
      end: end('decided'),
      withdrawn: end('withdrawn'),
    })

  test('ends all that runs inside a subprocess', async ({ assert }) => {
    const played = (await Case.of(xml())).done('a').message('withdrawal', { reason: 'moved' })
    assert.deepEqual(
      played.of('cancel').map(({ key }) => key),
      ['b:6']
    )
    assert.deepInclude(played.state, { outcome: 'withdrawn', status: 'ended', tokens: {} })
    assert.equal(played.state?.variables.reason, 'moved')
  })

  test('when it does not interrupt, opens one branch for each delivery', async ({ assert }) => {
    const played = await Case.of(xml('false'))
    for (let n = 0; n < 2; n += 1) {
      const key = played.key('withdrawal')
      played.happen({ type: 'message', name: 'withdrawal', key, payload: { reason: n } })
      assert.notEqual(played.key('withdrawal'), key)
      assert.deepEqual(played.waiting, ['a', 'inside', 'withdrawal'])
    }
    played.done('a').done('b')
    assert.isTrue(played.ended)
    assert.lengthOf(
      played.path.filter((id) => id === 'withdrawn'),
      2
    )
  })
})
