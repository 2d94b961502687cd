import { test } from '@japa/runner'
import {
  type CompiledProcedure,
  type Scenario,
  type Simulation,
  lint,
  simulate,
  tellPath,
} from '#catalogue/index'
import { type State, advance } from '#engine/index'
import { calendar } from '../../catalogue/calendar.js'
import { CATALOGUE } from '../../catalogue/root.js'
import { taleOf } from '#tests/support/tale'

const procedures = (await lint(CATALOGUE)).flatMap(({ procedure }) => procedure ?? [])
const named = (slug: string) => procedures.find((one) => one.slug === slug) as CompiledProcedure
const play = (slug: string, scenario: string): Simulation =>
  simulate(named(slug), named(slug).scenarios[scenario] as Scenario, { calendar })

test.group('The timeline of a simulated case', () => {
  for (const procedure of procedures)
    test(`holds all that moved it: its events, replayed, give the same states (${procedure.slug})`, ({
      assert,
    }) => {
      for (const scenario of Object.values(procedure.scenarios)) {
        let state: State | null = null
        for (const moment of simulate(procedure, scenario, { calendar }).timeline) {
          if (moment.event.type === 'reminder') continue
          state = advance(procedure.graph, state, moment.event).state
          assert.deepEqual(state, moment.state)
        }
      }
    })

  test('is plain data: what is written down is what was played', ({ assert }) => {
    const played = play('general-application', 'correction_unanswered')
    assert.deepEqual(JSON.parse(JSON.stringify(played)), played)
  })

  test('leaves nothing out that the offices did, and tells nothing twice', ({ assert }) => {
    for (const procedure of procedures)
      for (const scenario of Object.values(procedure.scenarios)) {
        const { timeline, documents, entries, notices, notifications, commands, path } = simulate(
          procedure,
          scenario,
          {
            calendar,
          }
        )
        assert.deepEqual(
          timeline.flatMap((moment) => moment.documents),
          documents
        )
        assert.deepEqual(
          timeline.flatMap((moment) => moment.entries),
          entries
        )
        assert.deepEqual(
          timeline.flatMap((moment) => moment.notices),
          notices
        )
        assert.lengthOf(
          timeline.flatMap((moment) => moment.notified),
          notifications
        )
        assert.deepEqual(
          timeline.flatMap((moment) => moment.commands),
          commands
        )
        assert.deepEqual(
          path,
          commands.flatMap((one) => (one.type === 'trace' && one.kind === 'enter' ? [one.element] : []))
        )
      }
  })

  test('runs by a clock that never goes back', ({ assert }) => {
    for (const procedure of procedures)
      for (const scenario of Object.values(procedure.scenarios)) {
        const instants = simulate(procedure, scenario, { calendar }).timeline.map(({ at }) => Date.parse(at))
        assert.deepEqual(
          instants,
          [...instants].sort((a, b) => a - b)
        )
      }
  })

  test('says which variables have another value, and only those', ({ assert }) => {
    const reviewed = play('general-application', 'correction_unanswered').timeline.find(
      ({ element }) => element === 'review'
    )
    assert.sameMembers(Object.keys(reviewed?.changed ?? {}), ['reviewDecision', 'deficiencies'])
    assert.equal(reviewed?.changed['reviewDecision'], 'correction')
  })

  test('says until when each term runs, and which stand still', ({ assert }) => {
    const { timeline } = play('general-application', 'correction_unanswered')
    assert.deepInclude(timeline[0]?.terms, { element: 'term_expired', dueAt: '2026-06-02T22:00:00.000Z' })
    const suspended = timeline.find(({ element }) => element === 'suspend_term')
    assert.deepInclude(suspended?.terms, { element: 'term_expired', dueAt: null })
  })

  test('tells that something came when it came, not when the case began to wait for it', ({ assert }) => {
    const tale = taleOf(named('general-application'), 'en')
    const pathOf = (scenario: string) => {
      const { timeline } = play('general-application', scenario)
      return timeline.map((moment) => ({ event: moment.event, passed: tellPath(tale, moment) }))
    }
    assert.notInclude(
      pathOf('granted').flatMap(({ passed }) => passed),
      'Withdrawal received'
    )
    const withdrew = pathOf('withdrawn').filter(({ passed }) => passed.includes('Withdrawal received'))
    assert.deepEqual(
      withdrew.map(({ event, passed }) => [event.type, passed]),
      [['message', ['Withdrawal received', 'Accept the withdrawal']]]
    )
  })

  test('follows the money: what was asked for, paid and given back', ({ assert }) => {
    const moved = play('capital-gain-self-assessment', 'assessed_lower').timeline.flatMap(
      ({ money }) => money
    )
    assert.deepEqual(moved, [
      { what: 'asked', amount: '3240.00' },
      { what: 'paid', amount: '3240.00' },
      { what: 'given_back', amount: '540.00' },
    ])
  })
})
