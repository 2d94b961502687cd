import { test } from '@japa/runner'
import { type CompiledProcedure, compile, lint, tellCoverage, tryScenarios } from '#catalogue/index'
import { compileDecisions } from '#decisions/index'
import { unwrap } from '#core/result'
import { calendar } from '../../catalogue/calendar.js'
import { CATALOGUE } from '../../catalogue/root.js'
import { smallProcedure } from '../../catalogue/small_procedure.js'
import { taleOf } from '#tests/support/tale'
import * as bpmn from '../engine/builder.js'
import { graphOf } from '../engine/case.js'

const procedures = (await lint(CATALOGUE)).flatMap(({ procedure }) => procedure ?? [])
const general = procedures.find(({ slug }) => slug === 'general-application') as CompiledProcedure

/** The procedure with some of its golden cases only. */
const withOnly = (procedure: CompiledProcedure, ...ids: string[]): CompiledProcedure => ({
  ...procedure,
  scenarios: Object.fromEntries(Object.entries(procedure.scenarios).filter(([id]) => ids.includes(id))),
})
const cover = (procedure: CompiledProcedure) => tryScenarios(procedure, { calendar }).coverage
const takenIn = (procedure: CompiledProcedure) =>
  cover(procedure).branches.flatMap(({ id, takenBy }) => (takenBy.length > 0 ? [id] : []))

test.group('The branches that golden cases take', () => {
  test('are the ways of gateways, the events that sit on something, and what forms show and hide', ({
    assert,
  }) => {
    const kinds = new Map(cover(general).branches.map(({ id, kind }) => [id, kind]))
    assert.equal(kinds.get('reviewed_to_issue_requirement'), 'condition')
    assert.equal(kinds.get('reviewed_to_resolve'), 'default')
    assert.equal(kinds.get('correction_expired'), 'event')
    assert.isFalse(kinds.has('submitted_to_fork'))
  })

  test('are counted by the cases that take them', ({ assert }) => {
    const one = cover(withOnly(general, 'granted'))
    const two = cover(withOnly(general, 'granted', 'correction_unanswered'))
    const event = (coverage: typeof one) => coverage.branches.find(({ id }) => id === 'correction_expired')
    assert.deepEqual(event(one)?.takenBy, [])
    assert.deepEqual(event(two)?.takenBy, ['correction_unanswered'])
    assert.isAbove(two.taken, one.taken)
    assert.equal(one.percent, Math.floor((one.taken * 100) / one.branches.length))
  })

  test('a boundary event that was waited for and never came is not taken', ({ assert }) => {
    assert.notInclude(takenIn(withOnly(general, 'correction_answered')), 'correction_expired')
  })

  test('a question is seen shown by whoever it was asked of, and hidden by whoever it was not', ({
    assert,
  }) => {
    const paper = takenIn(withOnly(general, 'correction_on_paper')).filter((id) =>
      id.startsWith('submission.')
    )
    const electronic = takenIn(withOnly(general, 'granted')).filter((id) => id.startsWith('submission.'))
    assert.isNotEmpty(paper.filter((id) => id.endsWith(':shown') && !electronic.includes(id)))
  })

  test('a procedure without branches has taken all of them', async ({ assert }) => {
    const coverage = cover(unwrap(await compile(smallProcedure())))
    assert.deepEqual(coverage, { branches: [], taken: 0, percent: 100 })
  })
})

test.group('The rules of decisions', () => {
  const model = unwrap(
    compileDecisions({
      file: 'decisions/rates.json',
      model: {
        name: 'rates',
        inputs: [{ id: 'zone', name: 'zone', type: 'string' }],
        decisions: [
          {
            ...{ id: 'rate', name: 'the rate', type: 'number', requires: ['zone'] },
            logic: {
              table: {
                ...{ hit: 'U', inputs: [{ expression: 'zone' }], outputs: [{}] },
                rules: [
                  { id: 'centre', when: ['"A"'], then: ['12'] },
                  { id: 'rest', when: ['not("A")'], then: ['7'] },
                ],
              },
            },
          },
          {
            ...{ id: 'due', name: 'due', type: 'number', requires: ['rate'] },
            logic: { literal: 'the rate * 2' },
          },
          { ...{ id: 'idle', name: 'idle', type: 'number', requires: ['rate'] }, logic: { literal: '1' } },
        ],
      },
    })
  )
  const decided = async (): Promise<CompiledProcedure> => ({
    ...withOnly(unwrap(await compile(smallProcedure())), 'done'),
    graph: await graphOf(
      bpmn.draw('start -> reckon -> done', {
        start: bpmn.start(),
        reckon: bpmn.rules('due', { in: { zone: '"A"' }, out: { due: 'result' } }),
        done: bpmn.end('done'),
      }),
      { decisions: { due: model } }
    ),
  })

  test('are branches, those that decide by way of others too', async ({ assert }) => {
    const procedure = await decided()
    assert.deepEqual(
      cover(procedure).branches.map(({ id, kind, condition, takenBy }) => [id, kind, condition, takenBy]),
      [
        ['reckon:the rate/centre', 'rule', 'zone: "A"', ['done']],
        ['reckon:the rate/rest', 'rule', 'zone: not("A")', []],
      ]
    )
  })

  test('are told by their ids, with what they ask', async ({ assert }) => {
    const procedure = await decided()
    const tale = taleOf(procedure, 'en')
    const lines = tellCoverage(tale, cover(procedure)).join('\n')
    assert.include(lines, '“reckon” decides by the rule the rate/rest')
    assert.include(lines, 'To take it: a case in which zone: not("A")')
  })
})

test.group('A branch that no golden case takes', () => {
  const lines = (lang: string) =>
    tellCoverage(taleOf(general, lang), cover(withOnly(general, 'granted'))).join('\n')

  test('is told with its condition in the words of its procedure', ({ assert }) => {
    assert.match(
      lines('en'),
      /✗ 0 cases +reviewed_to_issue_requirement +At “Anything missing\?”: “Is the application complete\?” is “No/
    )
    assert.match(
      lines('es'),
      /✗ 0 casos +reviewed_to_issue_requirement +En «¿Falta algo\?»: «¿Está completa la solicitud\?» es «No/
    )
  })

  test('comes with the step of a case that would take it', ({ assert }) => {
    assert.include(lines('en'), '{"task":"review","by":"case_handler","with":{"decision":"correction"}}')
    assert.include(lines('en'), '{"term":"10 working days"}')
    assert.include(lines('en'), '{"message":"notification_attempted","payload":{"outcome":"taken_back"}}')
  })
})
