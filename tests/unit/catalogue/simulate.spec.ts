import { test } from '@japa/runner'
import {
  ACTIVITIES,
  type CompiledProcedure,
  type Scenario,
  type Step,
  compile,
  simulate,
  tryScenarios,
} from '#catalogue/index'
import { OFFICE_NAMES } from '#catalogue/domain/simulate/offices'
import { unwrap } from '#core/result'
import { calendar } from '../../catalogue/calendar.js'
import { smallProcedure } from '../../catalogue/small_procedure.js'
import { paidFiles } from '../../support/paid_procedure.js'
import { signedFiles } from '../../support/signed_procedure.js'

const procedure = unwrap(await compile(smallProcedure()))
const golden = procedure.scenarios.done as Scenario
const play = (steps: Step[], more: Partial<Scenario> = {}, of: CompiledProcedure = procedure) =>
  simulate(of, { ...golden, steps, ...more }, { calendar })
const DONE: Step = { task: 'review', by: 'case_handler', with: { decision: 'yes' } }

test.group('A simulated town hall', () => {
  test('has an office for every activity that a process may ask for', ({ assert }) => {
    assert.sameMembers(OFFICE_NAMES, Object.keys(ACTIVITIES))
  })

  test('leaves what it is given as it was, and plays the same case twice alike', ({ assert }) => {
    const before = JSON.stringify([procedure, golden])
    assert.deepEqual(play(golden.steps), play(golden.steps))
    assert.equal(JSON.stringify([procedure, golden]), before)
  })

  test('keeps silence until the last day of the term is over (art. 30.4)', ({ assert }) => {
    assert.notInclude(play([{ advance: '2026-06-02T21:59:59Z' }]).path, 'silence')
    assert.include(play([{ advance: '2026-06-02T22:00:00Z' }]).path, 'silence')
  })

  test('counts what is filed on a Saturday from the next working day (art. 31.2)', ({ assert }) => {
    const at = '2026-03-07T12:00:00Z'
    assert.notInclude(play([{ advance: '2026-06-09T21:59:59Z' }], { at }).path, 'silence')
    assert.include(play([{ advance: '2026-06-09T22:00:00Z' }], { at }).path, 'silence')
  })

  test('knows the closed days that only the golden case tells', ({ assert }) => {
    const town = { holidays: ['2026-06-02'] }
    assert.notInclude(play([{ advance: '2026-06-02T22:00:00Z' }], { town }).path, 'silence')
    assert.include(play([{ advance: '2026-06-03T22:00:00Z' }], { town }).path, 'silence')
  })

  test("says which of the town's rates the procedure does not leave open", ({ assert }) => {
    const rate = [{ from: '2026-01-01', article: 'Ordinance 3, art. 5', value: '2' }]
    assert.deepEqual(play([], { town: { fees: { rate } } }).obstacles, [
      { code: 'TOWN_VALUES', pointer: '/town/fees/rate', params: { code: 'TABLE_NOT_OPEN' } },
    ])
  })

  test('retries an activity before it bothers anybody', ({ assert }) => {
    const once = play([{ fails: 'notices.send', times: 3 }, DONE])
    assert.equal(once.incidents, 0)
    assert.equal(once.outcome, 'done')
    const down = play([{ fails: 'notices.send', times: 4 }, DONE])
    assert.equal(down.incidents, 1)
    assert.isFalse(down.ended)
    assert.equal(play([{ fails: 'notices.send', times: 4 }, DONE, { retry: 'tell' }]).outcome, 'done')
  })

  test('says which step can not be done, and where it is written', ({ assert }) => {
    const wrong: Step[] = [
      { task: 'resolve', by: 'resolver', with: {} },
      { task: 'review', by: 'citizen', with: { decision: 'yes' } },
      { message: 'withdrawal', by: 'citizen' },
      { message: 'withdrawal', by: 'citizen', refused: true },
      { term: 'a while' },
      { retry: 'issue' },
    ]
    assert.deepEqual(
      play(wrong).obstacles.map(({ code, pointer }) => `${code} ${pointer}`),
      [
        'TASK_NOT_OPEN /steps/0/task',
        'TASK_OF_ANOTHER /steps/1/by',
        'MESSAGE_UNHEARD /steps/2/message',
        'MESSAGE_HEARD /steps/3/message',
        'TERM_UNREADABLE /steps/4/term',
        'NOTHING_TO_RETRY /steps/5/retry',
      ]
    )
  })

  test('refuses answers that the form would refuse', ({ assert }) => {
    assert.deepEqual(
      play([], { answers: {} }).obstacles.map(({ code, pointer }) => `${code} ${pointer}`),
      ['ANSWER_REFUSED /answers/request']
    )
  })

  test('ends a case that goes round in circles', async ({ assert }) => {
    const files = smallProcedure()
    const round = `<bpmn:exclusiveGateway id="again" default="f9" />
      <bpmn:sequenceFlow id="f8" sourceRef="silence" targetRef="again" />
      <bpmn:sequenceFlow id="f9" sourceRef="again" targetRef="late" />
      <bpmn:sequenceFlow id="f10" sourceRef="again" targetRef="still">
        <bpmn:conditionExpression>decision = "yes"</bpmn:conditionExpression>
      </bpmn:sequenceFlow>`
    const straight = '<bpmn:sequenceFlow id="f8" sourceRef="silence" targetRef="still" />'
    files.set('process.bpmn', (files.get('process.bpmn') as string).replace(straight, round))
    const circle = unwrap(await compile(files))
    assert.deepEqual(
      play([{ advance: '9999-01-01T00:00:00Z' }], {}, circle).obstacles.map(({ code }) => code),
      ['TOO_MUCH']
    )
  })
})

test.group('The trial of a procedure', () => {
  test('names the arrows that no golden case takes', ({ assert }) => {
    const { untaken, passed } = tryScenarios(procedure, { calendar })
    assert.deepEqual(untaken, ['f7', 'f8'])
    assert.isFalse(passed)
  })

  test('says where a golden case parts from what was expected', ({ assert }) => {
    const spoilt = structuredClone(procedure)
    ;(spoilt.scenarios.done as Scenario).expect.notifications = 2
    const [verdict] = tryScenarios(spoilt, { calendar }).verdicts
    assert.deepEqual(verdict?.differences, [{ what: 'notifications', expected: 2, found: 0 }])
    assert.isFalse(verdict?.passed)
  })
})

test.group('A document that is signed in a golden case', () => {
  test('comes into the case once all have signed; what is refused goes where the process leads', async ({
    assert,
  }) => {
    const { verdicts, untaken, passed } = tryScenarios(unwrap(await compile(signedFiles())), { calendar })
    assert.deepEqual(
      verdicts.map(({ differences, simulation }) => [differences, simulation.obstacles]),
      verdicts.map(() => [[], []])
    )
    assert.deepEqual([untaken, passed], [[], true])
  })

  test('tells the process who refused and why', async ({ assert }) => {
    const signed = unwrap(await compile(signedFiles()))
    const refused = play(signed.scenarios['refused_and_returned']!.steps.slice(0, 2), {}, signed)
    assert.deepInclude(refused.variables, {
      signature: 'refused',
      reason: 'The report is missing',
      documentId: null,
    })
  })

  test('is signed by those whom a town has, and by no others', async ({ assert }) => {
    const codes = async (signers: string) => {
      const compiled = await compile(signedFiles(signers))
      return compiled.ok ? [] : compiled.error.map(({ code, params }) => [code, params?.['signer']])
    }
    assert.deepEqual(await codes('&quot;holder&quot;'), [])
    assert.deepEqual(await codes('[&quot;unit&quot;, &quot;king&quot;]'), [['SIGNER_UNKNOWN', 'king']])
    assert.deepEqual(await codes('&quot;queen&quot;'), [['SIGNER_UNKNOWN', 'queen']])
    assert.deepEqual(
      await codes('if decision = &quot;yes&quot; then [&quot;holder&quot;] else [&quot;secretary&quot;]'),
      []
    )
  })
})

test.group('Money that a process gives back', () => {
  const played = async (copies: string, expect: Partial<Scenario['expect']>) => {
    const files = paidFiles({ givesBack: true })
    const paidFor = unwrap(await compile(files))
    const steps: Step[] = [{ message: 'payment_ended', payload: { state: 'paid' } }, DONE]
    const scenario = {
      ...golden,
      answers: { request: copies },
      steps,
      expect: { ...golden.expect, ...expect },
    }
    const [verdict] = tryScenarios({ ...paidFor, scenarios: { scenario } }, { calendar }).verdicts
    return verdict!
  }

  test('is what the golden case expects, and is told where it says nothing of it', async ({ assert }) => {
    const whatOf = async (expect: object) =>
      (await played('4', expect)).differences.filter(({ what }) => what === 'givenBack')
    assert.isEmpty(await whatOf({ givenBack: '5.00' }))
    assert.deepEqual(await whatOf({}), [{ what: 'givenBack', expected: null, found: '5.00' }])
  })

  test('is never more than was paid', async ({ assert }) => {
    const { simulation } = await played('2', {})
    assert.deepInclude(simulation, { fee: '3.50', givenBack: null, incidents: 1, ended: false })
  })
})
