import { test } from '@japa/runner'
import { draw, end, manual, on, start, timer } from '../builder.ts'
import { Case } from '../case.ts'

const xml = draw('start -> visit -> end\nlate -> expired', {
  start: start(),
  visit: manual(),
  late: on('visit', timer('10 days')),
  end: end('visited'),
  expired: end('expired'),
})

test.group('Manual task', () => {
  test('is a task without a form, for the role of its lane, that a person says is done', async ({
    assert,
  }) => {
    const played = await Case.of(xml)
    assert.deepEqual(played.of('task'), [
      { type: 'task', key: 'visit:2', element: 'visit', form: '', role: 'case_handler' },
    ])
    assert.equal(played.done('visit', { anything: 1 }).state?.outcome, 'visited')
    assert.deepEqual(played.state?.variables, {})
  })

  test('can be interrupted like any other task', async ({ assert }) => {
    const played = (await Case.of(xml)).trigger('late')
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: 'visit:2' }])
    assert.equal(played.state?.outcome, 'expired')
    assert.deepEqual(played.doneAt('visit:2').commands, [])
  })
})
