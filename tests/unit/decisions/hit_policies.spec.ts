import { test } from '@japa/runner'
import { type Table, decided, model, table, told } from './support.ts'

const AGES = `
age => fee
< 18 => 10
>= 16 => 25
>= 65 => 5`

const fee = (hit: Table['hit'], more: Partial<Table> = {}) => model({ age: 'number' }, table(hit, AGES, more))
const order = { outputs: [{ values: '5, 10, 25' }] }

test.group('A table', () => {
  test('of one rule (U) gives what the rule says, and says which it was', ({ assert }) => {
    const { value, faults, why } = decided(fee('U'), { age: 30 })
    assert.equal(value, '25')
    assert.deepEqual(faults, [])
    assert.deepEqual(why, [{ of: 'it', hit: 'U', matched: ['r2'], gave: ['r2'], value: '25' }])
  })

  test('of one rule where two apply gives nothing that anybody may act on', ({ assert }) => {
    const { value, faults } = decided(fee('U'), { age: 17 })
    assert.isNull(value)
    assert.deepEqual(faults, ['SEVERAL_RULES'])
  })

  test('where no rule applies gives a fault, never silently null', ({ assert }) => {
    for (const hit of ['U', 'A', 'F', 'C+', 'C<', 'C>'] as const)
      assert.deepEqual(decided(fee(hit), { age: null }).faults, ['NO_RULE'], hit)
    assert.deepEqual(decided(fee('P', order), { age: null }).faults, ['NO_RULE'])
  })

  test('that collects where no rule applies gives an empty list, or counts none', ({ assert }) => {
    for (const hit of ['C', 'R'] as const) assert.deepEqual(decided(fee(hit), { age: null }).value, [])
    assert.deepEqual(decided(fee('O', order), { age: null }).value, [])
    assert.equal(decided(fee('C#'), { age: null }).value, '0')
  })

  test('with a default gives it where no rule applies', ({ assert }) => {
    const { value, faults } = decided(fee('U', { outputs: [{ default: '99' }] }), { age: null })
    assert.equal(value, '99')
    assert.deepEqual(faults, [])
  })

  test('of any rule (A) gives what all say, and a fault where they differ', ({ assert }) => {
    const same = model({ age: 'number' }, table('A', 'age => fee\n< 18 => 10\n< 30 => 10\n> 20 => 7'))
    assert.equal(decided(same, { age: 17 }).value, '10')
    assert.deepEqual(decided(same, { age: 17 }).why[0]?.gave, ['r1', 'r2'])
    assert.deepEqual(decided(same, { age: 25 }).faults, ['RULES_DISAGREE'])
  })

  test('of the first rule (F) looks no further', ({ assert }) => {
    const { value, why } = decided(fee('F'), { age: 70 })
    assert.equal(value, '25')
    assert.deepEqual(why[0], { of: 'it', hit: 'F', matched: ['r2', 'r3'], gave: ['r2'], value: '25' })
  })

  test('of priority (P) gives the value that stands first among those of its output', ({ assert }) => {
    assert.equal(decided(fee('P', order), { age: 70 }).value, '5')
    assert.deepEqual(told(fee('P')), ['TABLE_WITHOUT_ORDER'])
  })

  test('of several rules gives them as written (R), or by their values (O)', ({ assert }) => {
    assert.deepEqual(decided(fee('R'), { age: 17 }).value, ['10', '25'])
    assert.deepEqual(decided(fee('O', { outputs: [{ values: '25, 10, 5' }] }), { age: 17 }).value, [
      '25',
      '10',
    ])
  })

  test('sums (C+), takes the least (C<) or the most (C>), or counts (C#)', ({ assert }) => {
    const values = (['C', 'C+', 'C<', 'C>', 'C#'] as const).map((hit) => decided(fee(hit), { age: 17 }).value)
    assert.deepEqual(values, [['10', '25'], '35', '10', '25', '2'])
  })

  test('sums exactly', ({ assert }) => {
    const cents = model(
      {},
      table('C+', '=> x\n=> 0.1\n=> 0.2'.replaceAll('=>', '- =>'), { inputs: [{ expression: 'true' }] })
    )
    assert.equal(decided(cents, {}).value, '0.3')
  })

  test('that should sum what is no number has a fault', ({ assert }) => {
    const words = model({ age: 'number' }, table('C+', 'age => word\n> 1 => "a"\n> 2 => "b"'))
    assert.deepEqual(decided(words, { age: 3 }).faults, ['NOT_AGGREGATED'])
  })

  test('with several outputs gives them by name, by the priority of the first that differs', ({ assert }) => {
    const outputs = [
      { name: 'status', values: '"yes", "no"' },
      { name: 'rate', values: '"high", "low"' },
    ]
    const source = (hit: Table['hit']) =>
      model(
        { age: 'number' },
        table(
          hit,
          'age => status | rate\n> 1 => "no" | "high"\n> 2 => "yes" | "low"\n> 3 => "yes" | "high"',
          { outputs }
        )
      )
    assert.deepEqual(decided(source('P'), { age: 5 }).value, { status: 'yes', rate: 'high' })
    assert.deepEqual(decided(source('O'), { age: 5 }).value, [
      { status: 'yes', rate: 'high' },
      { status: 'yes', rate: 'low' },
      { status: 'no', rate: 'high' },
    ])
    assert.deepEqual(told(source('C+')), ['TABLE_AGGREGATES_SEVERAL'])
  })

  test('refuses an input that is not among its values', ({ assert }) => {
    const source = model(
      { zone: 'string' },
      table('U', 'zone => rate\n"A" => 1\n- => 2', { inputs: [{ expression: 'zone', values: '"A", "B"' }] })
    )
    assert.deepEqual(decided(source, { zone: 'C' }).faults, ['NOT_ALLOWED'])
  })
})
