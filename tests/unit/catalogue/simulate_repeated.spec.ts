import { test } from '@japa/runner'
import { type Scenario, type Step, compile, simulate } from '#catalogue/index'
import { unwrap } from '#core/result'
import { calendar } from '../../catalogue/calendar.js'
import { smallProcedure } from '../../catalogue/small_procedure.js'
import * as bpmn from '../engine/builder.js'
import { graphOf } from '../engine/case.js'

const small = unwrap(await compile(smallProcedure()))
const golden = small.scenarios['done'] as Scenario
const TWICE = { 'fin:collection': '[1, 2]' }

const played = async (asked: Parameters<typeof bpmn.many>[0], steps: Step[]) => {
  const flows = 'start -> asked -> end'
  const elements = { start: bpmn.start(), asked: bpmn.many(asked, TWICE), end: bpmn.end('done') }
  const graph = await graphOf(bpmn.draw(flows, elements))
  return simulate({ ...small, graph }, { ...golden, steps }, { calendar })
}

test.group('What is asked of several, simulated', () => {
  test('is answered by each, and each answer is a moment, though the first leads to nothing', async ({
    assert,
  }) => {
    const answer: Step = { task: 'asked', by: 'case_handler', with: { decision: 'yes' } }
    const { outcome, obstacles, timeline } = await played(bpmn.user('review'), [answer, answer])
    assert.deepEqual([outcome, obstacles], ['done', []])
    assert.lengthOf(
      timeline.filter(({ event }) => event.type === 'done'),
      2
    )
  })

  test('a message that one of them takes has been heard', async ({ assert }) => {
    const told: Step = { message: 'withdrawal', by: 'citizen' }
    const { outcome, obstacles } = await played(bpmn.receive('withdrawal'), [told, told])
    assert.deepEqual([outcome, obstacles], ['done', []])
  })
})
