import { test } from '@japa/runner'
import { type DecisionModel, compileDecisions, decide, readDmn } from '#decisions/index'
import { type Logic, compiled, decided, model, table, told } from './support.ts'

/** Seconds that it took, with what came of it. */
async function within<T>(seconds: number, run: () => T | Promise<T>): Promise<T> {
  const begun = performance.now()
  const result = await run()
  const took = (performance.now() - begun) / 1000
  if (took > seconds) throw new Error(`it took ${took.toFixed(1)} seconds`)
  return result
}

const errors = (found: ReturnType<typeof compiled>) =>
  found.ok ? [] : [...new Set(found.error.map(({ code }) => code))]

const rules = (count: number, cell: (index: number) => string) =>
  table(
    'U',
    ['n => x', ...Array.from({ length: count }, (_, index) => `${cell(index)} => ${index}`)].join('\n')
  )

test.group('A hostile model is refused, or stopped, within two seconds', () => {
  test('100,000 rules', async ({ assert }) => {
    const source = model(
      { n: 'number' },
      rules(100_000, (index) => `${index}`)
    )
    assert.deepEqual(errors(await within(2, () => compiled(source))), ['TABLE_TOO_LARGE'])
  })

  test('tables that are each small enough, and too many', async ({ assert }) => {
    const one = rules(1_000, (index) => `> ${index}`)
    const source = model({ n: 'number' }, { list: Array.from({ length: 20 }, () => one) })
    assert.include(errors(await within(2, () => compiled(source))), 'TABLE_TOO_LARGE')
  })

  test('the largest table that is taken', async ({ assert }) => {
    const source = model(
      { n: 'number' },
      rules(2_000, (index) => `[${index}..${index + 1000}]`)
    )
    const found = await within(2, () => compiled(source))
    assert.isTrue(found.ok)
  })

  test('a table whose gaps would take for ever to find', async ({ assert }) => {
    const names = Array.from({ length: 20 }, (_, index) => `n${index}`)
    const inputs = Object.fromEntries(names.map((name) => [name, 'number']))
    const line = (rule: number) =>
      names.map((_, index) => ((rule * 7 + index * 3) % 5 === 0 ? `> ${rule}` : '-')).join(' | ')
    const text = [
      `${names.join(' | ')} => x`,
      ...Array.from({ length: 200 }, (_, rule) => `${line(rule)} => ${rule}`),
    ]
    const found = await within(2, () => compiled(model(inputs, table('F', text.join('\n')))))
    assert.isTrue(found.ok)
  })

  test('expressions nested without end, in JSON and in XML', async ({ assert }) => {
    let logic: Logic = { literal: '1' }
    for (let depth = 0; depth < 3_000; depth++) logic = { list: [logic] }
    assert.deepEqual(errors(await within(2, () => compiled(model({}, logic)))), ['DECISION_TOO_DEEP'])
    const deep = 20_000
    const xml = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="u"><decision id="a" name="a">${'<list>'.repeat(deep)}${'</list>'.repeat(deep)}</decision></definitions>`
    const read = await within(2, () => readDmn({ file: 'a.dmn', xml }))
    assert.isFalse(read.ok)
  })

  test('types nested without end', async ({ assert }) => {
    let component: NonNullable<DecisionModel['types']>[number] = { name: 't', type: 'string' }
    for (let depth = 0; depth < 1_000; depth++) component = { name: 't', components: [component] }
    assert.deepEqual(
      errors(await within(2, () => compiled({ ...model({}, { literal: '1' }), types: [component] }))),
      ['DECISION_TOO_DEEP']
    )
    const types = Array.from({ length: 19 }, (_, index) => ({
      name: `t${index}`,
      components: [
        { name: 'a', type: `t${index + 1}` },
        { name: 'b', type: `t${index + 1}` },
      ],
    }))
    const doubling = { ...model({}, { literal: '1' }), types: [...types, { name: 't19', type: 'string' }] }
    assert.deepEqual(errors(await within(2, () => compiled(doubling))), ['DECISION_TOO_LARGE'])
  })

  test('expressions that grow exponentially', async ({ assert }) => {
    const grow = { literal: 'for a in 1..1000, b in 1..1000, c in 1..1000 return a * b * c' }
    const { value, faults } = await within(2, () => decided(model({}, grow), {}))
    assert.isNull(value)
    assert.deepEqual(faults, ['TOO_MUCH'])
  })

  test('decisions that double with each that they require', async ({ assert }) => {
    const decisions = Array.from({ length: 60 }, (_, index) => ({
      id: `d${index}`,
      name: `d${index}`,
      requires: index > 0 ? [`d${index - 1}`] : [],
      logic: { literal: index > 0 ? `concatenate(d${index - 1}, d${index - 1})` : '[1, 2, 3]' },
    }))
    const { faults } = await within(2, () => decided({ name: 'm', decisions }, {}, 'd59'))
    assert.isNotEmpty(faults)
  })

  test('knowledge that calls knowledge twice, sixty deep', async ({ assert }) => {
    const knowledge = Array.from({ length: 60 }, (_, index) => ({
      id: `k${index}`,
      name: `k${index}`,
      parameters: [{ name: 'x' }],
      requires: index > 0 ? [`k${index - 1}`] : [],
      logic: { literal: index > 0 ? `k${index - 1}(x) + k${index - 1}(x)` : 'x' },
    }))
    const source = {
      name: 'm',
      knowledge,
      decisions: [{ id: 'd', name: 'd', requires: ['k59'], logic: { literal: 'k59(1)' } }],
    }
    const { value, faults } = await within(2, () => decided(source, {}, 'd'))
    assert.isNull(value)
    assert.include(faults, 'TOO_MUCH')
  })

  test('names that every object has', async ({ assert }) => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      assert.deepEqual(told({ name: 'm', decisions: [{ id: 'd', name, logic: { literal: '1' } }] }), [
        'DECISION_NAME_UNUSABLE d',
      ])
      assert.include(
        told(model({}, { context: [{ name, value: { literal: '1' } }] })),
        'DECISION_NAME_UNUSABLE'
      )
      assert.include(
        told(model({}, { literal: `${name}` })),
        name === '__proto__' ? 'NAME_UNKNOWN' : 'NAME_UNKNOWN'
      )
    }
    const types = [{ name: 'T', components: [{ name: '__proto__', type: 'string' }] }]
    compiled({ ...model({}, { literal: '1' }), types })
    assert.isUndefined(({} as Record<string, unknown>)['string'])
  })

  test('a value that is asked for by such a name', ({ assert }) => {
    const found = compileDecisions({ file: '', model: model({ n: 'number' }, { literal: 'n' }) })
    if (!found.ok) return assert.fail('it was refused')
    assert.isNull(decide(found.value, '__proto__', {}).value)
    assert.isNull(decide(found.value, 'it', JSON.parse('{"__proto__": {"n": 1}}')).value)
  })
})
