import { test } from '@japa/runner'
import { type CompiledProcedure, type Scenario, type Step, simulate, tellTimeline } from '#catalogue/index'
import { coverageOf } from '#catalogue/domain/coverage/coverage'
import { calendar } from '../../catalogue/calendar.js'
import { taleOf } from '#tests/support/tale'
import * as bpmn from '../engine/builder.js'
import { drawn as drawnAs, golden } from './played.js'

/** The small procedure with another process. */
const drawn = (...drawing: Parameters<typeof bpmn.draw>) => drawnAs(bpmn.draw(...drawing))

interface Played {
  procedures?: Record<string, CompiledProcedure>
  begins?: Scenario['begins']
}
const play = (procedure: CompiledProcedure, steps: Step[], { procedures, begins }: Played = {}) =>
  simulate(procedure, { ...golden, steps, ...(begins && { begins }) }, { calendar, procedures })

test.group('A case that calls another, simulated', async () => {
  const caller = await drawn('start -> ask -> done\nlate -> other', {
    start: bpmn.start(),
    ask: bpmn.call('report', { in: { about: 'answers.request' }, out: { verdict: 'result.decision' } }),
    late: bpmn.on('ask', bpmn.error('withdrawn')),
    done: bpmn.end('done'),
    other: bpmn.end('other'),
  })
  const called = await drawn('start -> review -> tell -> end', {
    start: bpmn.start(),
    review: bpmn.user('review', { out: { decision: 'result.decision' } }),
    tell: bpmn.waitFor(bpmn.timer('10 natural days')),
    end: bpmn.end('reported'),
  })

  test('waits for its end, and goes on with what it gave', ({ assert }) => {
    assert.isFalse(play(caller, []).ended)
    const { outcome, variables } = play(caller, [
      { call: 'ask', outcome: 'reported', gives: { decision: 'yes' } },
    ])
    assert.deepEqual([outcome, variables['verdict']], ['done', 'yes'])
  })

  test('takes an outcome that an error event on it names as that error', ({ assert }) => {
    assert.equal(play(caller, [{ call: 'ask', outcome: 'withdrawn' }]).outcome, 'other')
  })

  test('has the other carried by its own process, and time passes for both', ({ assert }) => {
    const steps: Step[] = [
      { task: 'review', by: 'case_handler', with: { decision: 'no' } },
      { term: '10 natural days' },
    ]
    const { outcome, variables, timeline, obstacles } = play(caller, [{ call: 'ask', steps }], {
      procedures: { report: called },
    })
    assert.deepEqual([outcome, variables['verdict'], obstacles], ['done', 'no', []])
    assert.isAbove(Date.parse(timeline.at(-1)!.at) - Date.parse(golden.at), 9 * 86_400_000)
  })

  test('has the error by which it ended, and what it escalated before', async ({ assert }) => {
    const parent = await drawn('start -> ask -> done\nfailed -> other\nslow -> told', {
      start: bpmn.start(),
      ask: bpmn.call('report'),
      failed: bpmn.on('ask', bpmn.error()),
      slow: bpmn.on('ask', bpmn.escalation('slow'), { cancelActivity: 'false' }),
      done: bpmn.end('done'),
      other: bpmn.end('other'),
      told: bpmn.end(),
    })
    const failing = await drawn('start -> tell -> bad', {
      start: bpmn.start(),
      tell: bpmn.throwing(bpmn.escalation('slow')),
      bad: bpmn.errorEnd('lost', { 'fin:outcome': 'stopped' }),
    })
    const by = (...steps: Step[]) => {
      const { outcome, path, obstacles } = play(parent, steps, { procedures: { report: failing } })
      return [outcome, path.includes('told'), obstacles.length]
    }
    assert.deepEqual(by({ call: 'ask', steps: [] }), ['other', true, 0])
    assert.deepEqual(by({ escalation: 'ask', code: 'slow' }, { error: 'ask', code: 'lost' }), [
      'other',
      true,
      0,
    ])
    assert.deepEqual(by({ call: 'ask', outcome: 'fine' }), ['done', false, 0])
  })

  test('says where the other has not ended, can not be had, or was never called', ({ assert }) => {
    const codes = (steps: Step[], procedures = { report: called }) =>
      play(caller, steps, { procedures }).obstacles.map(({ code, pointer }) => `${code} ${pointer}`)
    assert.deepEqual(codes([{ call: 'ask', steps: [] }]), ['CALL_NOT_ENDED /steps/0/steps'])
    assert.deepEqual(codes([{ call: 'nobody', outcome: null }]), ['CALL_NOT_OPEN /steps/0/call'])
    assert.deepEqual(
      play(caller, [{ call: 'ask', steps: [] }]).obstacles.map(({ code }) => code),
      ['CALL_ELSEWHERE']
    )
    const wrong: Step[] = [{ task: 'review', by: 'citizen', with: {} }]
    assert.include(codes([{ call: 'ask', steps: wrong }]), 'TASK_OF_ANOTHER /steps/0/steps/0/by')
  })
})

test.group('Messages and signals, simulated', () => {
  test('what a case sends is kept until it waits for it itself', async ({ assert }) => {
    const procedure = await drawn('start -> fork\nfork -> tell -> told\nfork -> review -> hear -> heard', {
      start: bpmn.start(),
      fork: bpmn.parallel(),
      tell: bpmn.throwing(bpmn.message('ready'), { in: { what: '"plan"' }, 'fin:correlation': '"a"' }),
      told: bpmn.end(),
      review: bpmn.user('review'),
      hear: bpmn.waitFor(bpmn.message('ready'), { out: { what: 'result.what' }, 'fin:correlation': '"a"' }),
      heard: bpmn.end('done'),
    })
    const before = play(procedure, [])
    assert.deepEqual([before.ended, before.timeline[0]?.thrown], [false, ['ready']])
    const after = play(procedure, [{ task: 'review', by: 'case_handler', with: { decision: 'yes' } }])
    assert.deepEqual([after.outcome, after.variables['what']], ['done', 'plan'])
  })

  test('another case may send it, to whoever waits by the same text', async ({ assert }) => {
    const procedure = await drawn('start -> hear -> heard', {
      start: bpmn.start(),
      hear: bpmn.waitFor(bpmn.message('ready'), { out: { what: 'result.what' }, 'fin:correlation': '"a"' }),
      heard: bpmn.end('done'),
    })
    const sent = (correlation: string) =>
      play(procedure, [{ message: 'ready', correlation, payload: { what: 'plan' } }])
    assert.equal(sent('a').outcome, 'done')
    assert.deepEqual(
      sent('b').obstacles.map(({ code }) => code),
      ['MESSAGE_UNHEARD']
    )
  })

  test('a signal reaches whoever listens, and one that nobody hears is said', async ({ assert }) => {
    const procedure = await drawn('start -> hear -> heard', {
      start: bpmn.start(),
      hear: bpmn.waitFor(bpmn.signal('flood')),
      heard: bpmn.end('done'),
    })
    assert.equal(play(procedure, [{ signal: 'flood' }]).outcome, 'done')
    assert.deepEqual(
      play(procedure, [{ signal: 'fire' }]).obstacles.map(({ code }) => code),
      ['SIGNAL_UNHEARD']
    )
  })

  test('a case may begin by one, without anybody filing', async ({ assert }) => {
    const procedure = await drawn('start -> filed\nstorm -> inspected', {
      start: bpmn.start(),
      storm: bpmn.startBy(bpmn.signal('storm')),
      filed: bpmn.end('done'),
      inspected: bpmn.end('inspected'),
    })
    const begun = play(procedure, [], { begins: { element: 'storm', variables: { street: 'Major' } } })
    const told = tellTimeline(taleOf(procedure, 'en'), begun, 'Europe/Madrid')
    assert.match(told[1] ?? '', /It was opened ex officio$/)
    assert.deepEqual([begun.outcome, begun.entries, begun.variables['street']], ['inspected', [], 'Major'])
    assert.deepEqual(
      play(procedure, [], { begins: { element: 'nowhere' } }).obstacles.map(({ code }) => code),
      ['NO_BEGINNING']
    )
    const played = [{ scenario: 'one', simulation: begun }]
    assert.deepInclude(coverageOf(procedure, played).branches, {
      ...{ id: 'storm', kind: 'start', element: 'storm', target: 'inspected' },
      ...{ condition: null, takenBy: ['one'] },
    })
  })
})

test.group('What people choose, report and correct, simulated', () => {
  test('steps of an ad-hoc part begin as somebody chooses, and the part is closed when none is open', async ({
    assert,
  }) => {
    const procedure = await drawn('start -> part -> done', {
      start: bpmn.start(),
      part: bpmn.adHoc()('', { visit: bpmn.user('review'), call: bpmn.user('review') }),
      done: bpmn.end('done'),
    })
    const visited: Step = { task: 'visit', by: 'case_handler', with: { decision: 'yes' } }
    assert.equal(play(procedure, [{ choose: 'visit' }, visited, { close: 'part' }]).outcome, 'done')
    assert.deepEqual(
      play(procedure, [{ choose: 'visit' }, { close: 'part' }, { choose: 'dance' }]).obstacles.map(
        ({ code, pointer }) => `${code} ${pointer}`
      ),
      ['NOT_OFFERED /steps/1/close', 'NOT_OFFERED /steps/2/choose']
    )
  })

  test('errors and escalations of a task go to the event that takes them', async ({ assert }) => {
    const procedure = await drawn('start -> review -> done\nbroken -> failed\nslow -> told', {
      start: bpmn.start(),
      review: bpmn.user('review'),
      broken: bpmn.on('review', bpmn.error('unusable')),
      slow: bpmn.on('review', bpmn.escalation('slow'), { cancelActivity: 'false' }),
      done: bpmn.end('done'),
      failed: bpmn.end('failed'),
      told: bpmn.end(),
    })
    assert.equal(play(procedure, [{ error: 'review', code: 'unusable' }]).outcome, 'failed')
    const told = play(procedure, [{ escalation: 'review', code: 'slow' }])
    assert.deepEqual([told.ended, told.path.includes('told')], [false, true])
    for (const step of [
      { error: 'done', code: 'x' },
      { error: 'review', code: 'other' },
      { escalation: 'review', code: 'unusable' },
    ])
      assert.deepEqual(
        play(procedure, [step]).obstacles.map(({ code }) => code),
        ['NOT_WORKED_ON']
      )
  })

  test('an activity answers with an error of its own where the scenario has it refuse, once', async ({
    assert,
  }) => {
    const procedure = await drawn('start -> review -> back -> done\nrefused -> review', {
      start: bpmn.start(),
      review: bpmn.user('review'),
      back: bpmn.service('payments.give_back', { in: { amount: '"0"', reason: '"x"' } }),
      refused: bpmn.on('back', bpmn.error('too_much')),
      done: bpmn.end('done'),
    })
    const reviewed: Step = { task: 'review', by: 'case_handler', with: { decision: 'yes' } }
    const refuses: Step = { refuses: 'payments.give_back', code: 'too_much' }
    const once = play(procedure, [refuses, reviewed])
    assert.deepEqual([once.ended, once.path.includes('refused'), once.incidents], [false, true, 0])
    assert.equal(play(procedure, [refuses, reviewed, reviewed]).outcome, 'done')
    assert.deepEqual(
      play(procedure, [{ refuses: 'payments.give_back', code: 'bored' }]).obstacles.map(({ code }) => code),
      ['NOT_AN_ERROR']
    )
  })

  test('a condition that is waited for is looked at again when a variable becomes known', async ({
    assert,
  }) => {
    const procedure = await drawn('start -> dry -> done', {
      start: bpmn.start(),
      dry: bpmn.waitFor(bpmn.condition('weather = "dry"')),
      done: bpmn.end('done'),
    })
    assert.isFalse(play(procedure, [{ variables: { weather: 'wet' } }]).ended)
    assert.equal(play(procedure, [{ variables: { weather: 'dry' } }]).outcome, 'done')
  })

  test('what was done is undone, and the event that names how counts as taken', async ({ assert }) => {
    const procedure = await drawn('start -> book -> regret', {
      start: bpmn.start(),
      book: bpmn.user('review'),
      undo: bpmn.on('book', bpmn.compensation()),
      cancelled: bpmn.element('userTask', { 'fin:form': 'review', isForCompensation: 'true' }),
      tie: bpmn.tie('undo', 'cancelled'),
      regret: bpmn.ending(bpmn.compensation()),
    })
    const done: Step = { task: 'book', by: 'case_handler', with: { decision: 'yes' } }
    const simulation = play(procedure, [done])
    const takenBy = (one: typeof simulation) =>
      coverageOf(procedure, [{ scenario: 'one', simulation: one }]).branches.find(({ id }) => id === 'undo')
        ?.takenBy
    assert.deepEqual([takenBy(play(procedure, [])), takenBy(simulation)], [[], ['one']])
  })
})
