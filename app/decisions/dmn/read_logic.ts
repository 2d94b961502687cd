import { type DmnElement, given, is, many, one, text } from '#decisions/dmn/element'
import type { Reading } from '#decisions/dmn/reading'
import { readTable } from '#decisions/dmn/read_table'
import type { ContextEntry, Logic, Parameter } from '#decisions/model'
import { LIMITS } from '#decisions/limits'

const EMPTY: Logic = { literal: 'null' }

/** A boxed expression, as our own logic; what isn't read is reported. */
export function readLogic(element: DmnElement, reading: Reading, depth = 0): Logic {
  if (depth > LIMITS.depth) {
    reading.problem('DECISION_TOO_DEEP', element, { most: LIMITS.depth })
    return EMPTY
  }
  const type = text(element, 'typeRef')
  return { ...given({ type }), ...boxed(element, reading, depth) } as Logic
}

function boxed(element: DmnElement, reading: Reading, depth: number): Logic {
  const inside = (part: DmnElement | null) => (part ? readLogic(part, reading, depth + 1) : EMPTY)
  const child = (property: string) => inside(one(one(element, property), 'value'))
  if (is(element, 'LiteralExpression')) return { literal: reading.literal(element) ?? 'null' }
  if (is(element, 'DecisionTable')) return { table: readTable(element, reading) }
  if (is(element, 'Context'))
    return { context: many(element, 'contextEntry').map((each) => entry(each, inside)) }
  if (is(element, 'Invocation')) return invocation(element, reading, inside)
  if (is(element, 'FunctionDefinition')) return readFunction(element, reading, depth)
  if (is(element, 'List')) return { list: many(element, 'elements').map(inside) }
  if (is(element, 'Relation')) {
    const rows = many(element, 'row').map((row) => many(row, 'elements').map(inside))
    return { columns: many(element, 'column').map(readParameter), rows }
  }
  if (is(element, 'Conditional')) return { if: child('if'), then: child('then'), else: child('else') }
  if (is(element, 'Filter')) return { filter: child('in'), match: child('match') }
  const variable = text(element, 'iteratorVariable') ?? ''
  if (is(element, 'For')) return { for: variable, in: child('in'), return: child('return') }
  if (is(element, 'Some')) return { some: variable, in: child('in'), satisfies: child('satisfies') }
  if (is(element, 'Every')) return { every: variable, in: child('in'), satisfies: child('satisfies') }
  reading.problem('DMN_UNKNOWN', element, { type: element.$type })
  return EMPTY
}

export const readParameter = (element: DmnElement): Parameter => ({
  name: element.name ?? '',
  ...given({ type: text(element, 'typeRef') }),
})

function entry(element: DmnElement, inside: (part: DmnElement | null) => Logic): ContextEntry {
  const variable = one(element, 'variable')
  const [name, type] = [variable?.name, text(variable, 'typeRef')]
  return { ...given({ name, type }), value: inside(one(element, 'value')) }
}

function invocation(
  element: DmnElement,
  reading: Reading,
  inside: (part: DmnElement | null) => Logic
): Logic {
  const called = one(element, 'calledFunction')
  const name = called && is(called, 'LiteralExpression') ? text(called, 'text') : undefined
  if (!name) reading.problem('DMN_CALLED', element)
  const bindings = many(element, 'binding').map((binding) => ({
    name: one(binding, 'parameter')?.name ?? '',
    value: inside(one(binding, 'bindingFormula')),
  }))
  return { invoke: name ?? '', with: bindings }
}

/** Of FEEL only: what other kinds name runs outside of the model. */
export function readFunction(
  element: DmnElement,
  reading: Reading,
  depth = 0
): Extract<Logic, { body: unknown }> {
  const kind = element.get('kind')
  if (typeof kind === 'string' && kind !== 'FEEL') reading.problem('DMN_FUNCTION_KIND', element, { kind })
  const body = one(element, 'body')
  return {
    parameters: many(element, 'formalParameter').map(readParameter),
    body: body ? readLogic(body, reading, depth + 1) : EMPTY,
  }
}
