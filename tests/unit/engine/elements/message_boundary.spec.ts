import { test } from '@japa/runner'
import { draw, end, message, on, parallel, start, sub, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

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

  test('subscribes while its part is open, and is called off when that is done', async ({ assert }) => {
    const played = await Case.of(xml())
    const key = played.key('withdrawal')
    assert.deepEqual(played.of('subscribe'), [
      { type: 'subscribe', key, element: 'withdrawal', message: 'withdrawal' },
    ])
    assert.deepEqual(played.done('a').done('b').of('cancel'), [{ type: 'cancel', key }])
    assert.equal(played.state?.outcome, 'decided')
    assert.deepEqual(played.message('withdrawal').commands, [])
  })

  test('a correlation that is no text stops it alone, and is mended alone', async ({ assert }) => {
    const played = await Case.of(
      draw('start -> a -> end\ntold -> out', {
        start: start(),
        a: user('a'),
        told: on('a', message('M'), { 'fin:correlation': 'number' }),
        end: end(),
        out: end('told'),
      })
    )
    assert.deepEqual(
      played.of('incident').map(({ code, element }) => [code, element]),
      [['correlation_not_text', 'told']]
    )
    assert.deepEqual(played.waiting, ['a', 'told'])
    assert.lengthOf(played.retry('told', { number: 'E-1' }).of('subscribe'), 1)
    assert.equal(played.message('M', null, 'E-1').state?.outcome, 'told')
  })

  test('has to say which message, and sits on something that takes time', async ({ assert }) => {
    const sitting = (definition: string, host: ReturnType<typeof user> = user('a')) =>
      draw('start -> it -> end\ntold -> end', {
        start: start(),
        it: host,
        told: on('it', definition),
        end: end(),
      })
    assert.deepEqual(await saidOf(sitting(message('M'))), [])
    assert.deepEqual(await saidOf(sitting('<bpmn:messageEventDefinition/>')), ['MESSAGE_MISSING told'])
    assert.deepEqual(await saidOf(sitting(message('M'), parallel())), ['BOUNDARY_WITHOUT_HOST told'])
  })
})
