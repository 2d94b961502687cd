import { type DmnElement, given, many, one, text } from '#decisions/dmn/element'
import type { Reading } from '#decisions/dmn/reading'
import type { HitPolicy, Table } from '#decisions/model'

const AGGREGATED: Record<string, HitPolicy> = { SUM: 'C+', MIN: 'C<', MAX: 'C>', COUNT: 'C#' }
const POLICIES: Record<string, HitPolicy> = {
  UNIQUE: 'U',
  ANY: 'A',
  PRIORITY: 'P',
  FIRST: 'F',
  COLLECT: 'C',
  'RULE ORDER': 'R',
  'OUTPUT ORDER': 'O',
}

export function readTable(element: DmnElement, reading: Reading): Table {
  const outputs = many(element, 'output').map((output) =>
    given({
      name: output.name,
      label: text(output, 'label'),
      type: text(output, 'typeRef'),
      values: tests(one(output, 'outputValues'), reading),
      default: reading.literal(one(output, 'defaultOutputEntry')),
    })
  )
  // the label of a table with one output is that of its value
  const label = text(element, 'outputLabel')
  const [first, ...more] = outputs
  if (first && more.length === 0 && label && !first.label && label !== first.name) first.label = label
  const titles = many(element, 'annotation').map(({ name }) => name ?? '')
  return {
    hit: policyOf(element, reading),
    inputs: many(element, 'input').map((input) => {
      const expression = one(input, 'inputExpression')
      return {
        expression: reading.literal(expression) ?? text(input, 'label') ?? '',
        ...given({
          label: text(input, 'label'),
          type: text(expression, 'typeRef'),
          values: tests(one(input, 'inputValues'), reading),
        }),
      }
    }),
    outputs,
    ...(titles.length > 0 && { annotations: titles }),
    rules: many(element, 'rule').map((rule) => {
      const notes = many(rule, 'annotationEntry').map((note) => text(note, 'text') ?? '')
      return {
        id: rule.id ?? reading.ruleId(),
        when: many(rule, 'inputEntry').map((cell) => tests(cell, reading) ?? '-'),
        then: many(rule, 'outputEntry').map((cell) => reading.literal(cell) ?? 'null'),
        ...(notes.length > 0 && { annotations: notes }),
        ...given({ description: text(rule, 'description') }),
      }
    }),
  }
}

function policyOf(element: DmnElement, reading: Reading): HitPolicy {
  const policy = POLICIES[String(element.get('hitPolicy') ?? 'UNIQUE').replace('_', ' ')]
  const aggregation = element.get('aggregation')
  if (!policy) reading.problem('DMN_UNKNOWN', element, { type: String(element.get('hitPolicy')) })
  return policy === 'C' && typeof aggregation === 'string'
    ? (AGGREGATED[aggregation] ?? 'C')
    : (policy ?? 'U')
}

function tests(element: DmnElement | null, reading: Reading): string | undefined {
  return element ? reading.literal(element) : undefined
}
