import { test } from '@japa/runner'
import { planCase } from '#cases/domain/plan_case'
import type { CasePlan, TimerInput } from '#cases/types'
import { unwrap } from '#core/result'
import type { Calendar } from '#deadlines/index'
import { compileProcess } from '#engine/index'

const BPMN = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:fin="urn:finestra:bpmn:1" id="d" targetNamespace="urn:test">
  <bpmn:message id="m" name="withdrawal" />
  <bpmn:process id="p" isExecutable="true">
    <bpmn:laneSet id="lanes">
      <bpmn:lane id="citizen" fin:role="citizen"><bpmn:flowNodeRef>answer</bpmn:flowNodeRef></bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="start" fin:phase="received" />
    <bpmn:parallelGateway id="fork" />
    <bpmn:userTask id="answer" fin:form="answer" />
    <bpmn:boundaryEvent id="late" attachedToRef="answer">
      <bpmn:timerEventDefinition id="late_d"><bpmn:timeDuration>10 working days</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:serviceTask id="assign" fin:activity="cases.assign_unit" fin:retries="2" />
    <bpmn:intermediateCatchEvent id="withdrawn">
      <bpmn:messageEventDefinition id="withdrawn_d" messageRef="m" />
    </bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="term" fin:suspends="true">
      <bpmn:timerEventDefinition id="term_d"><bpmn:timeDuration>3 months</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:endEvent id="end"><bpmn:terminateEventDefinition id="end_d" /></bpmn:endEvent>
    <bpmn:exclusiveGateway id="meet" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="fork" />
    <bpmn:sequenceFlow id="f2" sourceRef="fork" targetRef="answer" />
    <bpmn:sequenceFlow id="f3" sourceRef="fork" targetRef="assign" />
    <bpmn:sequenceFlow id="f4" sourceRef="fork" targetRef="withdrawn" />
    <bpmn:sequenceFlow id="f5" sourceRef="fork" targetRef="term" />
    <bpmn:sequenceFlow id="f6" sourceRef="answer" targetRef="meet" />
    <bpmn:sequenceFlow id="f7" sourceRef="late" targetRef="meet" />
    <bpmn:sequenceFlow id="f8" sourceRef="assign" targetRef="meet" />
    <bpmn:sequenceFlow id="f9" sourceRef="withdrawn" targetRef="meet" />
    <bpmn:sequenceFlow id="f10" sourceRef="term" targetRef="meet" />
    <bpmn:sequenceFlow id="f11" sourceRef="meet" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`

const CALENDAR: Calendar = {
  id: 'town',
  timeZone: 'Europe/Madrid',
  weekend: [6, 7],
  holidays: {},
  years: [2026],
}

async function plan(at: string): Promise<CasePlan> {
  const graph = unwrap(await compileProcess({ file: 'p.bpmn', xml: BPMN }))
  let n = 0
  return planCase({
    caseId: 'case',
    newId: () => `id-${++n}`,
    procedure: { slug: 'anything', digest: 'd', graph, term: { amount: 3, unit: 'months' } },
    applicant: { personId: 'person', identifier: '12345678Z', name: 'Amparo' },
    filingId: 'filing',
    entryId: 'entry',
    at: new Date(at),
    calendar: CALENDAR,
    unitId: null,
    language: 'es',
    subject: 'Farola',
    variables: {},
    actor: { kind: 'person', id: 'person' },
  })
}

const timer = (plan: CasePlan, element: string) =>
  plan.jobs.find(({ name, kind }) => kind === 'timer' && name === element)

test.group('A case that is being opened', () => {
  test('has its tasks, jobs, timers and subscriptions as rows, and one line of history', async ({
    assert,
  }) => {
    const opened = await plan('2026-03-02T09:30:00Z')
    assert.deepEqual(
      opened.tasks.map(({ element, form }) => [element, form]),
      [['answer', 'answer']]
    )
    const activity = opened.jobs.find(({ kind }) => kind === 'activity')
    assert.deepInclude(activity!, {
      name: 'cases.assign_unit',
      max_attempts: 3,
      run_at: '2026-03-02T09:30:00.000Z',
    })
    assert.deepEqual(
      opened.subscriptions.map(({ message }) => message),
      ['withdrawal']
    )
    assert.deepInclude(opened.event, { kind: 'step', public: true, actor_kind: 'person' })
    assert.deepEqual(opened.event.data['phase'], 'received')
    assert.include(opened.event.data['entered'] as string[], 'term')
    assert.deepEqual([opened.caseFile.phase, opened.caseFile.due_on], ['received', '2026-06-02'])
  })

  test('gives a task the last day of the term that watches it', async ({ assert }) => {
    const opened = await plan('2026-03-02T09:30:00Z')
    assert.equal(opened.tasks[0]?.due_on, '2026-03-16')
    assert.equal(timer(opened, 'late')?.run_at, '2026-03-16T23:00:00.000Z')
  })

  test('filed on a closed day counts everything from the next working one (art. 31.2)', async ({
    assert,
  }) => {
    const opened = await plan('2026-03-07T20:00:00Z')
    assert.deepInclude(opened.caseFile, { counts_from: '2026-03-09', due_on: '2026-06-09' })
    const term = timer(opened, 'term')
    assert.equal((term?.input as unknown as TimerInput).lastDay, '2026-06-09')
    assert.isTrue((term?.input as unknown as TimerInput).suspends)
  })

  test('planned twice is the same plan', async ({ assert }) => {
    assert.deepEqual(await plan('2026-03-02T09:30:00Z'), await plan('2026-03-02T09:30:00Z'))
  })
})
