import { test } from '@japa/runner'
import { type Step, tryScenarios } from '#catalogue/index'
import { calendar } from '../../catalogue/calendar.js'
import * as bpmn from '../engine/builder.js'
import { drawn, playOf } from './played.js'

const done = (task: string, more: Partial<Extract<Step, { task: string }>> = {}): Step => ({
  ...{ task, by: 'case_handler', with: {} },
  ...more,
})

const visit = bpmn.draw('start -> visit -> end', {
  ...{ start: bpmn.start(), visit: bpmn.manual(), end: bpmn.end('done') },
})
const played = async (xml: string, steps: Step[]) => {
  const procedure = await drawn(xml, steps)
  return { ...playOf(procedure), coverage: tryScenarios(procedure, { calendar }).coverage }
}

test.group('A manual task, simulated', () => {
  test('is done when somebody says so, and nothing is asked', async ({ assert }) => {
    const { outcome, obstacles, path } = await played(visit, [done('visit')])
    assert.deepEqual([outcome, obstacles], ['done', []])
    assert.deepEqual(path, ['start', 'visit', 'end'])
  })

  test('takes no answers, and no refusal of answers: the step that brings them is told', async ({
    assert,
  }) => {
    for (const step of [
      done('visit', { with: { decision: 'yes' } }),
      done('visit', { refused: ['decision'] }),
    ]) {
      const { ended, obstacles } = await played(visit, [step])
      assert.isFalse(ended)
      assert.deepEqual(obstacles, [
        { code: 'TASK_WITHOUT_FORM', pointer: '/steps/0/with', params: { task: 'visit' } },
      ])
    }
  })

  test('may undo what was done, and so takes the event by which it does', async ({ assert }) => {
    const xml = bpmn.draw('start -> fence -> undo -> end', {
      ...{ start: bpmn.start(), fence: bpmn.manual(), undo: bpmn.throwing(bpmn.compensation()) },
      ...{ end: bpmn.end('done'), border: bpmn.on('fence', bpmn.compensation()) },
      clear: bpmn.element('manualTask', { isForCompensation: 'true' }),
      line: bpmn.tie('border', 'clear'),
    })
    const { outcome, obstacles, coverage } = await played(xml, [done('fence'), done('clear')])
    assert.deepEqual([outcome, obstacles], ['done', []])
    assert.deepEqual(
      coverage.branches.map(({ id, takenBy }) => [id, takenBy]),
      [['border', ['one']]]
    )
  })
})
