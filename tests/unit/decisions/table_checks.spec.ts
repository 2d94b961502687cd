import { test } from '@japa/runner'
import { type Table, examples, model, table, told } from './support.ts'

const over = (inputs: Record<string, string>, hit: Table['hit'], text: string, more: Partial<Table> = {}) =>
  model(inputs, table(hit, text, more))

test.group('The author of a table is told', () => {
  test('of rules that overlap where one alone may apply, with an example', ({ assert }) => {
    const source = over({ age: 'number' }, 'U', 'age => x\n<= 18 => 1\n[18..30] => 2\n> 30 => 3')
    assert.deepEqual(told(source), ['RULES_OVERLAP r2'])
    assert.deepEqual(examples(source), ['age = 18'])
  })

  test('of rules that apply together and say different things', ({ assert }) => {
    const source = over({ age: 'number' }, 'A', 'age => x\n<= 18 => 1\n>= 18 => 1\n> 60 => 2')
    assert.deepEqual(told(source), ['RULES_DISAGREE r3'])
    assert.deepEqual(examples(source), ['age = 61'])
  })

  test('of numbers that no rule takes', ({ assert }) => {
    const source = over({ age: 'number' }, 'U', 'age => x\n< 18 => 1\n(18..30] => 2\n> 31 => 3')
    assert.deepEqual(examples(source), ['age = 18', 'age = 30.5'])
  })

  test('of days that no rule takes, and of none between a day and the next', ({ assert }) => {
    const days = (second: string) => `day => x\n<= date("2026-06-30") => 1\n>= date("${second}") => 2`
    assert.deepEqual(examples(over({ day: 'date' }, 'U', days('2026-07-02'))), ['day = 2026-07-01'])
    assert.deepEqual(told(over({ day: 'date' }, 'U', days('2026-07-01'))), [])
  })

  test('of combinations of yes and no', ({ assert }) => {
    const source = over({ a: 'boolean', b: 'boolean' }, 'F', 'a | b => x\ntrue | - => 1\n- | true => 2')
    assert.deepEqual(examples(source), ['a = false, b = false'])
  })

  test('of texts: the values of an enumeration, or any other where it is open', ({ assert }) => {
    const text = 'zone | shade => x\n"A" | true => 1\n"A","B" | false => 2'
    const inputs = [{ expression: 'zone', values: '"A", "B"' }, { expression: 'shade' }]
    assert.deepEqual(examples(over({ zone: 'string', shade: 'boolean' }, 'U', text, { inputs })), [
      'zone = "B", shade = true',
    ])
    assert.deepEqual(examples(over({ zone: 'string' }, 'U', 'zone => x\n"A" => 1')), ['zone = "…"'])
    assert.deepEqual(told(over({ zone: 'string' }, 'U', 'zone => x\n"A" => 1\nnot("A") => 2')), [])
  })

  test('of no gap where there is a default, or where rules are collected', ({ assert }) => {
    const text = 'zone => x\n"A" => 1'
    assert.deepEqual(told(over({ zone: 'string' }, 'U', text, { outputs: [{ default: '0' }] })), [])
    assert.deepEqual(told(over({ zone: 'string' }, 'C', text)), [])
    assert.deepEqual(told(over({ zone: 'string' }, 'C+', text)), ['TABLE_GAP'])
  })

  test('of a rule that never applies', ({ assert }) => {
    const inputs = [{ expression: 'zone', values: '"A", "B"' }]
    const source = over({ zone: 'string' }, 'U', 'zone => x\n"A" => 1\n"B" => 2\n"C" => 3', { inputs })
    assert.deepEqual(told(source), ['RULE_NEVER_TAKEN r3'])
  })

  test('of a rule that those before it hide, one alone or together', ({ assert }) => {
    const source = over({ age: 'number' }, 'F', 'age => x\n< 18 => 1\n>= 18 => 2\n> 65 => 3')
    assert.deepEqual(told(source), ['RULE_HIDDEN r3'])
    const together = over(
      { age: 'number' },
      'F',
      'age => x\n< 18 => 1\n> 65 => 2\n[18..65] => 3\n[12..70] => 4'
    )
    assert.deepEqual(told(together), ['RULE_HIDDEN r4'])
  })

  test('of inputs that no rule looks at, and of what is required for nothing', ({ assert }) => {
    assert.deepEqual(
      told(over({ age: 'number', zone: 'string' }, 'U', 'age | zone => x\n<1 | - => 1\n>=1 | - => 2')),
      ['TABLE_INPUT_UNUSED']
    )
    const unread = over({ age: 'number', zone: 'string' }, 'U', 'age => x\n<1 => 1\n>=1 => 2')
    assert.deepEqual(told(unread), ['REQUIRED_UNUSED'])
    const idle = { ...unread, inputs: [...(unread.inputs ?? []), { id: 'idle', name: 'idle' }] }
    assert.deepEqual(told(idle), ['INPUT_UNUSED idle', 'REQUIRED_UNUSED'])
  })

  test('nothing where a cell depends on more than its input', ({ assert }) => {
    assert.deepEqual(
      told(over({ age: 'number', limit: 'number' }, 'U', 'age => x\n< limit => 1\n>= limit => 2')),
      []
    )
    assert.deepEqual(
      told(over({ name: 'string' }, 'U', 'name => x\nstring length(?) > 3 => 1\nstring length(?) <= 3 => 2')),
      []
    )
  })
})
