import { test } from '@japa/runner'
import { draw, end, error, message, on, receive, service, start, sub, timer, user } from '../builder.ts'
import { Case } from '../case.ts'

const tasks = {
  'user task': user('correction'),
  'service task': service('x.y'),
  'receive task': receive('reply'),
}

for (const [name, task] of Object.entries(tasks)) {
  const xml = (cancelActivity?: string) =>
    draw('start -> work -> end\nexpired -> late', {
      start: start(),
      work: task,
      expired: on('work', timer('10 working days'), { cancelActivity }),
      end: end('in time'),
      late: end('late'),
    })

  test.group(`Timer boundary event on a ${name}`, () => {
    test('runs while the task is open, and is stopped when it is done', async ({ assert }) => {
      const played = await Case.of(xml())
      assert.deepEqual(
        played.of('timer').map(({ key }) => key),
        ['expired:3']
      )
      if (name === 'receive task') played.message('reply')
      else played.done('work')
      assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: 'expired:3' }])
      assert.equal(played.state?.outcome, 'in time')
      assert.deepEqual(played.path, ['start', 'work', 'end'])
    })

    test('ends the task once it is due', async ({ assert }) => {
      const played = (await Case.of(xml())).trigger('expired')
      assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: 'work:2' }])
      assert.equal(played.state?.outcome, 'late')
      assert.deepEqual(played.path, ['start', 'work', 'expired', 'late'])
    })

    test('when it does not interrupt, opens its branch once and leaves the task', async ({ assert }) => {
      const played = (await Case.of(xml('false'))).trigger('expired')
      assert.deepEqual(played.of('cancel'), [])
      assert.deepEqual(played.waiting, ['work'])
    })
  })
}

test.group('Timer boundary event', () => {
  test('keeps running while its task waits for an incident to be mended, and through the retry', async ({
    assert,
  }) => {
    const played = await Case.of(
      draw('start -> work -> end\nexpired -> late', {
        start: start(),
        work: service('x.y'),
        expired: on('work', timer('1 month')),
        end: end(),
        late: end('late'),
      })
    )
    played.happen({ type: 'fail', key: 'work:2', reason: 'down' })
    assert.deepEqual(played.waiting, ['expired', 'work'])
    played.retry('work')
    assert.deepEqual(played.of('timer'), [])
    assert.deepEqual(played.of('cancel'), [])
    assert.equal(played.trigger('expired').state?.outcome, 'late')
  })
})

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

test.group('Error boundary event', () => {
  const xml = (code?: string) =>
    draw('start -> work -> end\ncaught -> other', {
      start: start(),
      work: service('x.y'),
      caught: on('work', error(code)),
      end: end('well'),
      other: end('otherwise'),
    })

  test('takes the error that it names, or any when it names none', async ({ assert }) => {
    for (const code of ['refused', undefined]) {
      const played = await Case.of(xml(code))
      played.happen({ type: 'error', key: 'work:2', code: 'refused' })
      assert.equal(played.state?.outcome, 'otherwise')
      assert.deepEqual(played.path, ['start', 'work', 'caught', 'other'])
    }
  })

  test('an error that nothing takes is an incident on the task that reported it', async ({ assert }) => {
    const played = await Case.of(xml('refused'))
    played.happen({ type: 'error', key: 'work:2', code: 'unknown' })
    assert.deepEqual(played.commands, [
      { type: 'incident', key: 'work:2', element: 'work', code: 'error_uncaught', detail: 'unknown' },
    ])
    assert.lengthOf(played.retry('work').of('activity'), 1)
  })
})
