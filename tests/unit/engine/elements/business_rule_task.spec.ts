import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { compileDecisions } from '#decisions/index'
import { type Known, compileProcess } from '#engine/index'
import { draw, end, rules, start } from '../builder.ts'
import { Case, graphOf } from '../case.ts'

const model = unwrap(
  compileDecisions({
    file: 'decisions/rates.json',
    model: {
      name: 'rates',
      inputs: [
        { id: 'zone', name: 'the Zone', type: 'string' },
        { id: 'area', name: 'area', type: 'number' },
        { id: 'idle', name: 'idle', type: 'string' },
      ],
      decisions: [
        {
          id: 'rate',
          name: 'the rate',
          type: 'number',
          requires: ['zone'],
          logic: {
            table: {
              hit: 'U',
              inputs: [{ expression: 'the Zone' }],
              outputs: [{}],
              rules: [
                { id: 'centre', when: ['"A"'], then: ['12.5'] },
                { id: 'rest', when: ['not("A", "nowhere")'], then: ['7'] },
              ],
            },
          },
        },
        {
          id: 'due',
          name: 'due',
          type: 'number',
          requires: ['rate', 'area'],
          logic: { literal: 'the rate * area' },
        },
        {
          id: 'words',
          name: 'words',
          type: 'string',
          requires: ['zone'],
          logic: { literal: 'the Zone + "?"' },
        },
        {
          id: 'signs',
          name: 'signs',
          type: 'list<number>',
          requires: ['area'],
          logic: {
            table: {
              hit: 'C',
              inputs: [{ expression: 'area' }],
              outputs: [{}],
              rules: Array.from({ length: 25 }, (_, n) => ({
                id: `r${n + 1}`,
                when: [`> ${n}`],
                then: [String(n)],
              })),
            },
          },
        },
        { id: 'day', name: 'day', type: 'date', logic: { literal: 'today()' } },
      ],
    },
  })
)

const known: Known = {
  decisions: { 'the rate': model, due: model, words: model, signs: model, day: model },
  variables: { answers: { context: { zone: 'string', area: 'number' } } },
}

const INPUTS = { the_Zone: 'answers.zone', area: 'answers.area' }

const drawn = (task: ReturnType<typeof rules>) =>
  draw('start -> it -> end', { start: start(), it: task, end: end('decided') })

const due = drawn(
  rules('due', { in: INPUTS, out: { due: 'result :: number', twice: 'result * 2 :: number' } })
)

const play = async (xml: string, zone: unknown, area: unknown = '2.5') => {
  const variables = { answers: { zone, area } as never }
  return new Case(await graphOf(xml, known)).happen({ type: 'start', variables })
}

const codes = async (task: ReturnType<typeof rules>, about: Known = known) => {
  const compiled = await compileProcess({ file: 'process.bpmn', xml: drawn(task), known: about })
  return compiled.ok ? [] : compiled.error.map(({ code }) => code)
}

test.group('Business-rule task', () => {
  test('decides at once by the rules of its model, exactly, and keeps what it is told to', async ({
    assert,
  }) => {
    const played = await play(due, 'A')
    assert.isTrue(played.ended)
    assert.deepInclude(played.state?.variables, { due: '31.25', twice: '62.5' })
  })

  test('says by which rule of which table', async ({ assert }) => {
    const because = (await play(due, 'B')).of('trace').flatMap((trace) => trace.because ?? [])
    assert.deepEqual(because, [{ 'the rate': 'rest' }])
  })

  test('names the rules that gave its value, in their order, and of many the first twenty', async ({
    assert,
  }) => {
    const signs = drawn(rules('signs', { in: { area: 'answers.area' }, out: { signs: 'result' } }))
    const named = async (area: string) =>
      (await play(signs, 'A', area)).of('trace').flatMap(({ because }) => because?.signs ?? [])
    assert.deepEqual(await named('2'), ['r1, r2'])
    assert.deepEqual(await named('100'), [Array.from({ length: 20 }, (_, n) => `r${n + 1}`).join(', ')])
  })

  test('decides on the day of the step, in the zone of the town', async ({ assert }) => {
    const day = drawn(rules('day', { out: { day: 'result' } }))
    const begun = async (at: string) =>
      new Case(await graphOf(day, known)).happen({ type: 'start', variables: { answers: {} }, ...{ at } })
    assert.equal((await begun('2026-06-30T22:30:00Z')).state?.variables['day'], '2026-07-01')
    assert.equal((await begun('2026-06-30T21:30:00Z')).state?.variables['day'], '2026-06-30')
  })

  test('waits for a person where no rule applies, and decides once that is mended', async ({ assert }) => {
    const stuck = await play(due, 'nowhere')
    const [incident] = stuck.of('incident')
    assert.equal(incident?.code, 'decision_unusable')
    assert.equal(incident?.detail, 'due: NO_RULE the rate')
    assert.deepEqual(incident?.because, { 'answers.zone': 'nowhere', 'answers.area': '2.5' })
    assert.isFalse(stuck.ended)
    stuck.retry('it', { answers: { zone: 'A', area: 4 } })
    assert.isTrue(stuck.ended)
    assert.equal(stuck.state?.variables['due'], '50')
  })

  test('takes null for no decision', async ({ assert }) => {
    const words = drawn(rules('words', { in: { the_Zone: 'answers.zone' }, out: { words: 'result' } }))
    assert.equal((await play(words, 'A')).state?.variables['words'], 'A?')
    const [incident] = (await play(words, null)).of('incident')
    assert.equal(incident?.detail, 'words: NOTHING_DECIDED')
  })

  test('asks for a decision that there is, all its inputs and no other, each of its type', async ({
    assert,
  }) => {
    const out = { due: 'result :: number' }
    assert.deepEqual(await codes(rules('due', { in: INPUTS, out })), [])
    assert.deepEqual(await codes(rules(undefined, { in: INPUTS, out })), ['DECISION_MISSING'])
    assert.deepEqual(await codes(rules('constructor', { out })), ['DECISION_UNKNOWN'])
    assert.deepEqual(await codes(rules('due', { in: INPUTS })), ['DECISION_OUTPUT_MISSING'])
    assert.deepEqual(await codes(rules('due', { in: { area: 'answers.area' }, out })), [
      'DECISION_INPUT_MISSING',
    ])
    const more = { ...INPUTS, idle: '"x"' }
    assert.deepEqual(await codes(rules('due', { in: more, out })), ['DECISION_INPUT_UNKNOWN'])
    const swapped = { the_Zone: 'answers.area', area: 'answers.area' }
    assert.deepEqual(await codes(rules('due', { in: swapped, out })), ['TYPE_NOT_EXPECTED'])
    assert.deepEqual(await codes(rules('due', { in: INPUTS, out: { due: 'result + "x"' } })), [
      'NOT_COMPUTABLE',
    ])
  })

  test('is read without its model where nobody says which there are, and then waits for a person', async ({
    assert,
  }) => {
    assert.deepEqual(await codes(rules('due', { out: { due: 'result' } }), {}), [])
    const [incident] = (await Case.of(drawn(rules('due', { out: { due: 'result' } })))).of('incident')
    assert.equal(incident?.code, 'decision_unusable')
    const graph = await graphOf(drawn(rules('due', { in: { area: '2' }, out: { due: 'result' } })))
    const { inputs } = graph.nodes.it?.data as { inputs: { input: string; value: { source: string } }[] }
    assert.deepEqual(
      inputs.map(({ input, value }) => [input, value.source]),
      [['area', '2']]
    )
  })

  test('says which decisions and inputs there are, where it is asked for others', async ({ assert }) => {
    const there = async (task: ReturnType<typeof rules>) => {
      const compiled = await compileProcess({ file: 'process.bpmn', xml: drawn(task), known })
      return (compiled.ok ? [] : compiled.error).map(({ params }) => params.known)
    }
    assert.deepEqual(await there(rules('fee', { out: { due: 'result :: number' } })), [
      'the rate, due, words, signs, day',
    ])
    const more = { ...INPUTS, idle: '"x"' }
    assert.deepEqual(await there(rules('due', { in: more, out: { due: 'result :: number' } })), [
      'the_Zone, area',
    ])
  })
})
