import { test } from '@japa/runner'
import { draw, end, service, start, user } from '../builder.ts'
import { Case } from '../case.ts'

const xml = draw(
  'start -> review -> note -> end',
  {
    start: start({ 'fin:phase': 'received' }),
    review: user('review', {
      'fin:phase': 'review',
      in: { subject: 'about' },
      out: { decision: 'result.decision' },
    }),
    note: service('notices.send'),
    end: end('granted', { 'fin:phase': 'closed' }),
  },
  { lanes: { note: 'system' } }
)

test.group('User task', () => {
  test('the person of its lane gets a task with its form, and the case enters its phase', async ({
    assert,
  }) => {
    const played = await Case.of(xml, { about: 'a fallen tree' })
    assert.deepEqual(played.of('task'), [
      {
        type: 'task',
        key: 'review:2',
        element: 'review',
        form: 'review',
        role: 'case_handler',
        variables: { subject: 'a fallen tree' },
      },
    ])
    assert.deepEqual(
      played.of('phase').map(({ phase }) => phase),
      ['received', 'review']
    )
    assert.deepEqual(played.state?.tokens, { 'review:2': { element: 'review', waits: 'task' } })
  })

  test('its answer is kept as the outputs say, and the case goes on', async ({ assert }) => {
    const played = (await Case.of(xml, { about: 'x' })).done('review', { decision: 'granted', ignored: true })
    assert.deepEqual(played.state?.variables, { about: 'x', decision: 'granted' })
    assert.deepEqual(played.waiting, ['note'])
    played.done('note')
    assert.isTrue(played.ended)
    assert.deepEqual(played.of('end'), [{ type: 'end', outcome: 'granted' }])
    assert.deepEqual(played.path, ['start', 'review', 'note', 'end'])
    assert.deepEqual(played.replayed(), played.state)
  })

  test('an answer for a task that never was, or to an ended case, changes nothing', async ({ assert }) => {
    const played = await Case.of(xml, { about: 'x' })
    const before = played.state
    for (const key of ['review:99', '__proto__', 'constructor', 'start:1']) {
      played.happen({ type: 'done', key, result: null })
      assert.deepEqual(played.state, before)
    }
    played.done('review').done('note')
    const ended = played.state
    assert.deepEqual(played.happen({ type: 'done', key: 'review:2', result: null }).state, ended)
  })
})
