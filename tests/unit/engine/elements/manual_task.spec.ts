import { test } from '@japa/runner'
import { draw, end, manual, on, start, timer } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

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

  test('is for a person of the office with the role of its lane', async ({ assert }) => {
    const by = (role: string) =>
      draw('start -> visit -> end', { start: start(), visit: manual(), end: end() }, { role })
    assert.deepEqual(await saidOf(by('case_handler')), [])
    assert.deepEqual(await saidOf(by('citizen')), ['MANUAL_OF_CITIZEN visit'])
    assert.deepEqual(await saidOf(by('system')), ['TASK_OF_SYSTEM visit'])
    const nobody = by('case_handler').replace('<bpmn:flowNodeRef>visit</bpmn:flowNodeRef>', '')
    assert.deepEqual(await saidOf(nobody), ['TASK_WITHOUT_ROLE visit'])
  })

  test('is ordered again when a person reports an error that nobody catches, once that is mended', async ({
    assert,
  }) => {
    const played = (await Case.of(xml)).happen({ type: 'error', key: 'visit:2', code: 'CLOSED' })
    assert.deepEqual(
      played.of('incident').map(({ code, detail }) => [code, detail]),
      [['error_uncaught', 'CLOSED']]
    )
    assert.deepEqual(
      played
        .retry('visit')
        .of('task')
        .map(({ key, form }) => [key, form]),
      [['visit:2', '']]
    )
  })
})
