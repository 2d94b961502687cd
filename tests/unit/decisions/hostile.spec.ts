import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { handled } from '#core/handled'
import { type DecisionModel, compileDecisions, decide } from '#decisions/index'
import type { Heard, Hostile } from '../../support/hostile_decisions.ts'
import { type Logic, compiled, model, table, told } from './support.ts'

const CHILD = fileURLToPath(new URL('../../support/hostile_decisions.ts', import.meta.url))
const FLAGS = ['--max-old-space-size=80', '--max-semi-space-size=8', '--import', '@poppinss/ts-exec']

const times = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index))
const many = (count: number, one: (index: number) => string) => times(count, one).join(', ')

const rules = (count: number, cell: (index: number) => string) =>
  table('U', ['n => x', ...times(count, (index) => `${cell(index)} => ${index}`)].join('\n'))
const ofNumber = (logic: Logic): Hostile => ({ model: model({ n: 'number' }, logic) })
const asked = (literal: string): Hostile => ({ model: model({}, { literal }), decision: 'it' })
const hundred = (literal: string): Hostile => ofNumber({ list: times(100, () => ({ literal })) })
const xml = (inner: string): Hostile => ({
  xml: `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="u">${inner}</definitions>`,
})

function nestedLists(depth: number): Logic {
  let logic: Logic = { literal: '1' }
  for (let level = 0; level < depth; level++) logic = { list: [logic] }
  return logic
}

function nestedTypes(depth: number): Hostile {
  let component: NonNullable<DecisionModel['types']>[number] = { name: 't', type: 'string' }
  for (let level = 0; level < depth; level++) component = { name: 't', components: [component] }
  return { model: { ...model({}, { literal: '1' }), types: [component] } }
}

/** Types that use the next one twice: few to write, a million entries to look at. */
const doublingTypes: Hostile = {
  model: {
    ...model({}, { literal: '1' }),
    types: [
      ...times(19, (index) => ({
        name: `t${index}`,
        components: ['a', 'b'].map((name) => ({ name, type: `t${index + 1}` })),
      })),
      { name: 't19', type: 'string' },
    ],
  },
}

/** Twenty inputs, and rules that look at some of them each. */
function wideTable(): Hostile {
  const names = times(20, (index) => `n${index}`)
  const line = (rule: number) =>
    names.map((_, index) => ((rule * 7 + index * 3) % 5 === 0 ? `> ${rule}` : '-')).join(' | ')
  const text = [`${names.join(' | ')} => x`, ...times(200, (rule) => `${line(rule)} => ${rule}`)].join('\n')
  return { model: model(Object.fromEntries(names.map((name) => [name, 'number'])), table('F', text)) }
}

/** A list of a type whose tests look at each item for long. */
const longLooks: Hostile = {
  model: {
    ...model({}, { literal: 'for i in 1..9000 return i' }, { type: 'list of t' }),
    types: [
      { name: 't', type: 'number', allowed: 'count(for i in 1..9000 return i) > ?' },
      { name: 'list of t', type: 't', collection: true },
    ],
  },
  decision: 'it',
}

const doublingDecisions: Hostile = {
  model: {
    name: 'm',
    decisions: times(60, (index) => ({
      id: `d${index}`,
      name: `d${index}`,
      requires: index > 0 ? [`d${index - 1}`] : [],
      logic: { literal: index > 0 ? `concatenate(d${index - 1}, d${index - 1})` : '[1, 2, 3]' },
    })),
  },
  decision: 'd59',
}

const doublingKnowledge: Hostile = {
  model: {
    name: 'm',
    knowledge: times(60, (index) => ({
      id: `k${index}`,
      name: `k${index}`,
      parameters: [{ name: 'x' }],
      requires: index > 0 ? [`k${index - 1}`] : [],
      logic: { literal: index > 0 ? `k${index - 1}(x) + k${index - 1}(x)` : 'x' },
    })),
    decisions: [{ id: 'd', name: 'd', requires: ['k59'], logic: { literal: 'k59(1)' } }],
  },
  decision: 'd',
}

const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">${many(9, (at) => `<!ENTITY a${at} "${'&a;'.repeat(10)}">`)}]>`

const HOSTILE: [what: string, hostile: Hostile, reason: string | null][] = [
  ['100,000 rules', ofNumber(rules(100_000, String)), 'TABLE_TOO_LARGE'],
  [
    'tables that are each small enough, and too many',
    ofNumber({ list: times(20, () => rules(1_000, (index) => `> ${index}`)) }),
    'TABLE_TOO_LARGE',
  ],
  ['the largest table that is taken', ofNumber(rules(2_000, (at) => `[${at}..${at + 1000}]`)), null],
  ['a table whose gaps would take for ever to find', wideTable(), 'TABLE_NOT_CHECKED'],
  [
    'cells of so many values that they would take for ever to look at',
    ofNumber(rules(5, (at) => many(1_200, (index) => `${index * 100 + at}`))),
    'TABLE_NOT_CHECKED',
  ],
  ['cells that loop', ofNumber(rules(60, (at) => `count(for i in 1..9000 return 1) + ${at}`)), null],
  ['a hundred long lists', hundred(`[${many(3_000, () => '1')}]`), 'DECISION_TEXT_TOO_LONG'],
  [
    'a hundred times as many names',
    hundred(`{${many(200, (at) => `name${at}: n`)}}`),
    'DECISION_TEXT_TOO_LONG',
  ],
  ['slips without end', hundred(`[${many(900, () => 'abs("a")')}]`), 'ARGUMENTS_DO_NOT_FIT'],
  [
    '100,000 decisions',
    { model: { name: 'm', decisions: times(100_000, (at) => ({ id: `d${at}`, name: `d${at}` })) } },
    'DECISION_TOO_LARGE',
  ],
  ['lists nested without end', ofNumber(nestedLists(800)), 'DECISION_TOO_DEEP'],
  [
    'lists nested without end, in XML',
    xml(`<decision id="a" name="a">${'<list>'.repeat(20_000)}${'</list>'.repeat(20_000)}</decision>`),
    'DECISION_TOO_DEEP',
  ],
  ['as many bytes as there are', xml(' '.repeat(1_000_001)), 'DMN_TOO_LARGE'],
  [
    'as many elements as fit',
    xml(many(30_000, () => '<inputData/>').replaceAll(', ', '')),
    'DECISION_TOO_LARGE',
  ],
  ['entities that unfold', { xml: `${bomb}<definitions>&a8;</definitions>` }, 'DMN_UNFOLDING'],
  ['types nested without end', nestedTypes(800), 'DECISION_TOO_DEEP'],
  ['types that double', doublingTypes, 'DECISION_TOO_LARGE'],
  ['loops that multiply', asked('for a in 1..1000, b in 1..1000, c in 1..1000 return a * b * c'), 'TOO_MUCH'],
  ['a type that looks at each of many for long', longLooks, 'TOO_MUCH'],
  ['decisions that double with each that they require', doublingDecisions, 'TOO_MUCH'],
  ['knowledge that calls knowledge twice, sixty deep', doublingKnowledge, 'TOO_MUCH'],
]

test.group('A hostile model is refused, or stopped, with the reason', (group) => {
  let child: ChildProcess
  let ended: Promise<never>
  group.setup(() => {
    child = fork(CHILD, {
      execArgv: FLAGS,
      env: { ...process.env, NODE_OPTIONS: '--conditions=finestra' },
    })
    ended = handled(once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code}`))))
    return () => void child.disconnect()
  })

  const heard = async (hostile: Hostile) => {
    child.send(hostile)
    const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Heard]
    return answer
  }

  for (const [what, hostile, reason] of HOSTILE)
    test(what, async ({ assert }) => {
      const { codes, milliseconds, megabytes } = await heard(hostile)
      if (reason !== null) assert.include(codes, reason)
      assert.isBelow(milliseconds, 2_000)
      assert.isBelow(megabytes, 256)
    })
})

test.group('Names that every object has', () => {
  test('are no names of a model', ({ assert }) => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      assert.deepEqual(told({ name: 'm', decisions: [{ id: 'd', name, logic: { literal: '1' } }] }), [
        'DECISION_NAME_UNUSABLE d',
      ])
      assert.include(
        told(model({}, { context: [{ name, value: { literal: '1' } }] })),
        'DECISION_NAME_UNUSABLE'
      )
      assert.include(told(model({}, { literal: name })), 'NAME_UNKNOWN')
    }
    const types = [{ name: 'T', components: [{ name: '__proto__', type: 'string' }] }]
    compiled({ ...model({}, { literal: '1' }), types })
    assert.isUndefined(({} as Record<string, unknown>)['string'])
  })

  test('reach nothing when a value is asked for by them', ({ assert }) => {
    const found = compileDecisions({ file: '', model: model({ n: 'number' }, { literal: 'n' }) })
    if (!found.ok) return assert.fail('it was refused')
    assert.isNull(decide(found.value, '__proto__', {}).value)
    assert.isNull(decide(found.value, 'it', JSON.parse('{"__proto__": {"n": 1}}')).value)
  })
})
