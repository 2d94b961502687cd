import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { type DecisionModel, compileDecisions, decide } from '#decisions/index'
import { toJson } from '#expressions/index'
import { type Logic, compiled, decided, model, table, told } from './support.ts'

const value = (logic: Logic, inputs: Record<string, string> = {}, variables = {}) =>
  decided(model(inputs, logic), variables).value

test.group('What a decision is made of', () => {
  test('an expression over names with spaces', ({ assert }) => {
    assert.equal(value({ literal: 'the area * 2' }, { 'the area': 'number' }, { 'the area': '12.5' }), '25')
  })

  test('a context, whose entries see those before them, and which comes to its last without a name', ({
    assert,
  }) => {
    const entries = [
      { name: 'base', value: { literal: 'area * 2' } },
      { name: 'more', type: 'number', value: { literal: 'base + 1' } },
    ]
    assert.deepEqual(value({ context: entries }, { area: 'number' }, { area: 3 }), { base: '6', more: '7' })
    const result = { context: [...entries, { value: { literal: 'base * more' } }] }
    assert.equal(value(result, { area: 'number' }, { area: 3 }), '42')
  })

  test('a function within a context, called by place or by name', ({ assert }) => {
    const twice = {
      name: 'twice',
      value: { parameters: [{ name: 'x', type: 'number' }], body: { literal: 'x * 2' } },
    }
    for (const call of ['twice(4)', 'twice(x: 4)'])
      assert.equal(value({ context: [twice, { value: { literal: call } }] }), '8')
    const invoked: Logic = {
      context: [twice, { value: { invoke: 'twice', with: [{ name: 'x', value: { literal: '4' } }] } }],
    }
    assert.equal(value(invoked), '8')
  })

  test('a list, a relation, a choice, a filter and loops', ({ assert }) => {
    assert.deepEqual(value({ list: [{ literal: '1 + 1' }, { literal: '"a"' }] }), ['2', 'a'])
    const rows = {
      columns: [{ name: 'n' }, { name: 'w' }],
      rows: [
        [{ literal: '1' }, { literal: '"a"' }],
        [{ literal: '2' }, { literal: '"b"' }],
      ],
    }
    assert.deepEqual(value(rows), [
      { n: '1', w: 'a' },
      { n: '2', w: 'b' },
    ])
    const choice = { if: { literal: 'a > 1' }, then: { literal: '"more"' }, else: { literal: '"less"' } }
    assert.deepEqual(
      [2, 1].map((a) => value(choice, { a: 'number' }, { a })),
      ['more', 'less']
    )
    assert.deepEqual(value({ filter: { literal: '[1, 2, 3]' }, match: { literal: 'item > 1' } }), ['2', '3'])
    assert.equal(value({ filter: { literal: '[1, 2, 3]' }, match: { literal: '-1' } }), '3')
    assert.deepEqual(value({ filter: rows, match: { literal: 'w = "b"' } }), [{ n: '2', w: 'b' }])
    assert.deepEqual(
      value({ for: 'x', in: { literal: '[1..3]' }, return: { literal: 'x + count(partial)' } }),
      ['1', '3', '5']
    )
    assert.equal(value({ some: 'x', in: { literal: '[1, 2]' }, satisfies: { literal: 'x > 1' } }), true)
    assert.equal(value({ every: 'x', in: { literal: '[1, 2]' }, satisfies: { literal: 'x > 1' } }), false)
  })
})

const rates: DecisionModel = {
  name: 'rates',
  types: [
    { name: 'Zone', type: 'string', allowed: '"A", "B"' },
    {
      name: 'Terrace',
      components: [
        { name: 'zone', type: 'Zone' },
        { name: 'tables', type: 'number' },
      ],
    },
    { name: 'Terraces', type: 'Terrace', collection: true },
  ],
  inputs: [{ id: 'terraces', name: 'terraces', type: 'Terraces' }],
  knowledge: [
    {
      id: 'rate',
      name: 'rate of',
      type: 'number',
      parameters: [{ name: 'zone', type: 'Zone' }],
      logic: table('U', 'zone => rate\n"A" => 12.5\n"B" => 7'),
    },
  ],
  decisions: [
    {
      id: 'each',
      name: 'each',
      type: 'list<number>',
      requires: ['terraces', 'rate'],
      logic: { literal: 'for t in terraces return rate of(t.zone) * t.tables' },
    },
    { id: 'total', name: 'total', type: 'number', requires: ['each'], logic: { literal: 'sum(each)' } },
  ],
  services: [
    {
      id: 'service',
      name: 'what is due',
      type: 'number',
      outputs: ['total'],
      encapsulated: ['each'],
      inputs: ['terraces'],
    },
  ],
}

test.group('Decisions that need decisions', () => {
  const terraces = [
    { zone: 'A', tables: 2 },
    { zone: 'B', tables: '1.5' },
  ]

  test('are made once each, from knowledge called by its name, exactly', ({ assert }) => {
    const { value: total, faults, why } = decided(rates, { terraces }, 'total')
    assert.equal(total, '35.5')
    assert.deepEqual(faults, [])
    assert.deepEqual(
      why.map(({ of, gave }) => `${of} ${gave.join()}`),
      ['rate of r1', 'rate of r2']
    )
  })

  test('may be offered as a service, and knowledge asked by itself', ({ assert }) => {
    assert.equal(decided(rates, { terraces }, 'what is due').value, '35.5')
    const { value: alone } = decide(unwrap(compiled(rates)), 'nothing of that name', {})
    assert.isNull(alone)
  })

  test('whose input is not what its type allows have a fault', ({ assert }) => {
    const { value: none, faults } = decided(rates, { terraces: [{ zone: 'C', tables: 1 }] }, 'total')
    assert.isNull(none)
    assert.equal(faults[0], 'NOT_ALLOWED')
  })

  test('are the same from plain JSON, and change nothing that they are given', ({ assert }) => {
    const frozen = JSON.parse(JSON.stringify(unwrap(compiled(rates))))
    const given = Object.freeze({ terraces: Object.freeze(terraces.map((one) => Object.freeze(one))) })
    assert.equal(toJson(decide(frozen, 'total', given as never).value), '35.5')
  })

  test('can’t need themselves, nor what isn’t there', ({ assert }) => {
    const decision = (id: string, requires: string[]) => ({ id, name: id, requires, logic: { literal: '1' } })
    const circle = {
      name: 'm',
      decisions: [decision('a', ['b']), decision('b', ['c']), decision('c', ['a'])],
    }
    assert.deepEqual(told(circle), ['REQUIRED_CIRCULAR a'])
    assert.deepEqual(told({ name: 'm', decisions: [decision('a', ['z'])] }), ['REQUIRED_UNKNOWN a'])
    const long = Array.from({ length: 400 }, (_, i) => decision(`d${i}`, i < 399 ? [`d${i + 1}`] : []))
    assert.isTrue(compiled({ name: 'm', decisions: long }).ok)
  })
})

test.group('Types of decisions', () => {
  test('are judged before anything runs', ({ assert }) => {
    const wrong = (logic: Logic, type?: string) =>
      told(model({ age: 'number' }, logic, { ...(type && { type }) }))
    assert.deepEqual(wrong({ literal: 'age + "x"' }), ['NOT_COMPUTABLE'])
    assert.deepEqual(wrong({ literal: 'agee' }), ['NAME_UNKNOWN'])
    assert.deepEqual(wrong({ literal: 'age' }, 'string'), ['TYPE_NOT_EXPECTED'])
    assert.deepEqual(wrong(table('U', 'age => x\n"old" => 1')), ['NOT_COMPARABLE'])
    assert.deepEqual(wrong(table('U', 'age => x\n- => "a"'), 'number'), ['TYPE_NOT_EXPECTED r1'])
    assert.deepEqual(wrong({ literal: 'age' }, 'Age'), ['DECISION_TYPE_UNKNOWN'])
    assert.deepEqual(wrong({ literal: 'function(x) x + 1' }), ['FUNCTION_DEFINED'])
    assert.deepEqual(wrong({ invoke: 'nobody', with: [] }), ['INVOKED_UNKNOWN'])
  })

  test('are not in a model of another tool’s, where what can’t be read is a fault once it is asked for', ({
    assert,
  }) => {
    const source = model({ age: 'number' }, { literal: 'function(x) x + 1' })
    const foreign = unwrap(compileDecisions({ file: 'a.dmn', model: source, foreign: true }))
    assert.deepEqual(
      foreign.warnings.map(({ code, severity }) => `${severity} ${code}`),
      ['warning FUNCTION_DEFINED']
    )
    const { value: none, faults } = decide(foreign, 'it', { age: 1 })
    assert.isNull(none)
    assert.deepEqual(faults, [{ code: 'NOT_READ', of: 'it', params: { text: 'FUNCTION_DEFINED' } }])
  })

  test('can’t be made of themselves', ({ assert }) => {
    const types = [
      { name: 'A', type: 'B' },
      { name: 'B', components: [{ name: 'a', type: 'A' }] },
    ]
    assert.include(told({ ...model({}, { literal: '1' }), types }), 'DECISION_TYPE_CIRCULAR')
  })

  test('turn one value into a list of it and back, as DMN does', ({ assert }) => {
    const one = (type: string, literal: string) => decided(model({}, { literal }, { type }), {})
    const foreign = (type: string, literal: string) => {
      const found = unwrap(
        compileDecisions({ file: '', model: model({}, { literal }, { type }), foreign: true })
      )
      return toJson(decide(found, 'it', {}).value)
    }
    assert.deepEqual(one('list<number>', '[1]').value, ['1'])
    assert.deepEqual(foreign('list<number>', '1'), ['1'])
    assert.equal(foreign('number', '[1]'), '1')
    assert.isNull(foreign('number', '[1, 2]'))
  })
})
