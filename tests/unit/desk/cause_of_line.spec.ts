import { test } from '@japa/runner'
import { type Line, causeOf, eventOf } from '#desk/domain/cause_of_line'
import { stepData } from '#cases/domain/trace'
import { type CompiledProcedure, lint, simulate } from '#catalogue/index'
import type { Json } from '#core/json'
import { calendar } from '../../catalogue/calendar.js'
import { CATALOGUE } from '../../catalogue/root.js'

const procedures = (await lint(CATALOGUE)).flatMap(({ procedure }) => procedure ?? [])
const general = procedures.find(({ slug }) => slug === 'general-application') as CompiledProcedure
const { graph } = general

/** The steps of a golden case as a case's history would keep them. */
const stepsOf = (procedure: CompiledProcedure, scenario: string): Line[] =>
  simulate(procedure, procedure.scenarios[scenario]!, { calendar }).timeline.flatMap((moment, index) =>
    moment.event.type === 'reminder'
      ? []
      : [
          {
            id: String(index).padStart(4, '0'),
            kind: 'step',
            actorKind: 'system',
            data: stepData(moment.event, moment.commands),
          },
        ]
  )
const steps = stepsOf(general, 'correction_unanswered')
const events = (lines: Line[] = []) => lines.map(({ data }) => String(data['event']).replace(/:\d+$/, ''))
const step = (event: string) => steps.find(({ data }) => String(data['event']).startsWith(event)) as Line
const line = (kind: string, data: Record<string, Json> = {}, actorKind = 'system'): Line => ({
  ...{ id: '', kind, actorKind, data },
})

test.group('What made a line of a history', () => {
  test('a signal is known by its name, and by the element that heard it', ({ assert }) => {
    const heard = { type: 'signal', name: 'works_finished', key: 'works:3', payload: null } as const
    const data = stepData({ ...heard, at: '2026-03-02T09:30:00Z', timeZone: 'Europe/Madrid' }, [])
    const event = eventOf(line('step', data))
    assert.deepEqual(event, { type: 'signal', element: 'works', what: 'works_finished' })
  })

  test('of a step that somebody made is that alone', ({ assert }) => {
    const cause = causeOf(steps, step('done review'), graph)
    assert.deepEqual([cause?.element, events(cause?.steps)], ['review', ['done review']])
  })

  test('of what the house does by itself goes back to what somebody did', ({ assert }) => {
    const cause = causeOf(steps, step('done record_requirement'), graph)
    assert.deepEqual(events(cause?.steps), [
      'done review',
      'done issue_requirement',
      'done record_requirement',
    ])
  })

  test('of a term that ended goes back to what began it', ({ assert }) => {
    const cause = causeOf(steps, step('trigger correction_expired'), graph)
    assert.equal(cause?.element, 'correction_expired')
    assert.deepEqual(events(cause?.steps).slice(0, 1), ['message notification_practised'])
    assert.deepEqual(events(cause?.steps).slice(-1), ['trigger correction_expired'])
  })

  test('of a phase and of the end is the element that begins or ends it', ({ assert }) => {
    const phase = steps.find(({ data }) => data['phase'] === 'correction') as Line
    assert.equal(graph.nodes[causeOf(steps, phase, graph)?.element ?? '']?.phase, 'correction')
    const end = steps.find(({ data }) => data['outcome']) as Line
    assert.equal(causeOf(steps, end, graph)?.element, 'end_deemed_withdrawn')
  })

  test('of a document is the activity that issued it, and why the case came to it', ({ assert }) => {
    const at = steps.indexOf(step('done issue_requirement'))
    const issued = line('document_issued')
    const cause = causeOf([...steps.slice(0, at), issued, ...steps.slice(at)], issued, graph)
    assert.deepEqual([cause?.element, events(cause?.steps)], ['issue_requirement', ['done review']])
  })

  test('of an answer is why it was asked for', ({ assert }) => {
    const at = steps.indexOf(step('done declare_deemed_withdrawal'))
    const done = line('task_done', { element: 'declare_deemed_withdrawal' }, 'officer')
    const cause = causeOf([...steps.slice(0, at), done, ...steps.slice(at)], done, graph)
    assert.deepEqual(events(cause?.steps).slice(-2), [
      'trigger correction_expired',
      'done resume_term_unanswered',
    ])
  })

  test('is nothing of the process where a person did it by themselves, or nothing followed', ({ assert }) => {
    for (const other of [line('assigned', {}, 'officer'), line('reminder_sent'), line('document_issued')])
      assert.isNull(causeOf([...steps, other], other, graph))
  })

  test('is found for every step of every golden case, from an event that no step made', ({ assert }) => {
    for (const procedure of procedures)
      for (const scenario of Object.keys(procedure.scenarios)) {
        const lines = stepsOf(procedure, scenario)
        for (const one of lines) {
          const cause = causeOf(lines, one, procedure.graph)
          assert.include(cause?.steps ?? [], one)
          assert.isTrue(cause?.element === null || cause!.element in procedure.graph.nodes)
          const [first] = events(cause?.steps)
          const element = first?.startsWith('done ') ? first.slice(5) : ''
          assert.isUndefined(
            (procedure.graph.nodes[element]?.data as { activity?: string } | undefined)?.activity
          )
        }
      }
  })
})
