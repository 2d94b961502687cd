import { test } from '@japa/runner'
import { draw, end, service, start, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

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

  test('is given nothing where it asks for nothing', async ({ assert }) => {
    const bare = draw('start -> a -> end', { start: start(), a: user('a'), end: end() })
    assert.deepEqual((await Case.of(bare)).of('task'), [
      { type: 'task', key: 'a:2', element: 'a', form: 'a', role: 'case_handler' },
    ])
  })

  test('stops where a person reports an error that nobody catches, and is asked anew once it is mended', async ({
    assert,
  }) => {
    const played = await Case.of(xml, { about: 'x' })
    played.happen({ type: 'error', key: 'review:2', code: 'WRONG' })
    assert.deepEqual(
      played.of('incident').map(({ code }) => code),
      ['error_uncaught']
    )
    assert.deepEqual(
      played
        .retry('review', { about: 'y' })
        .of('task')
        .map(({ key, variables }) => [key, variables]),
      [['review:2', { subject: 'y' }]]
    )
  })

  test('has a form that there is, and a lane of somebody', async ({ assert }) => {
    const asking = (form: string, role = 'case_handler') =>
      draw('start -> it -> end', { start: start(), it: user(form), end: end() }, { role })
    assert.deepEqual(await saidOf(asking('a'), { forms: ['a'] }), [])
    assert.deepEqual(await saidOf(asking('a'), { forms: ['b'] }), ['FORM_UNKNOWN it'])
    assert.deepEqual(await saidOf(asking('')), ['FORM_MISSING it'])
    assert.deepEqual(await saidOf(asking('a', 'system')), ['TASK_OF_SYSTEM it'])
    const nobody = asking('a').replace('<bpmn:flowNodeRef>it</bpmn:flowNodeRef>', '')
    assert.deepEqual(await saidOf(nobody), ['TASK_WITHOUT_ROLE it'])
    const before = draw('start -> it -> end', {
      start: start(),
      it: user('a', { implementation: '##WebService' }),
      end: end(),
    })
    assert.deepEqual(await saidOf(before), ['REFUSED_PROPERTY it'])
  })
})
