import { test } from '@japa/runner'
import { draw, end, on, receive, service, start, timer, user } from '../builder.ts'
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
