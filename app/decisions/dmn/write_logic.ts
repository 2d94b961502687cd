import type { DmnElement } from '#decisions/dmn/element'
import { literal, made, variable } from '#decisions/dmn/made'
import { writeTable } from '#decisions/dmn/write_table'
import type { Logic, Parameter } from '#decisions/model'

const child = (logic: Logic, id: string) => made('ChildExpression', { value: writeLogic(logic, id) })

/** A boxed expression; `id` is that of what it stands in, from which those within are made. */
export function writeLogic(logic: Logic, id: string): DmnElement {
  const { type } = logic
  const at = (place: number | string) => `${id}_${place}`
  if ('literal' in logic) return literal(logic.literal, type)
  if ('table' in logic) return writeTable(logic.table, at('table'), type)
  if ('context' in logic) {
    const entries = logic.context.map(({ name, type: entryType, value }, index) =>
      made('ContextEntry', {
        variable: name === undefined ? undefined : variable({ name, type: entryType }),
        value: writeLogic(value, at(index)),
      })
    )
    return made('Context', { typeRef: type, contextEntry: entries })
  }
  if ('invoke' in logic) {
    const bindings = logic.with.map(({ name, value }, index) =>
      made('Binding', { parameter: variable({ name }), bindingFormula: writeLogic(value, at(index)) })
    )
    return made('Invocation', { typeRef: type, calledFunction: literal(logic.invoke), binding: bindings })
  }
  if ('body' in logic) return writeFunction(logic.parameters, logic.body, id, type)
  if ('list' in logic) return made('List', { typeRef: type, elements: itemsOf(logic.list, id) })
  if ('rows' in logic) {
    const rows = logic.rows.map((row, index) => made('List', { elements: itemsOf(row, at(index)) }))
    return made('Relation', { typeRef: type, column: logic.columns.map(variable), row: rows })
  }
  if ('if' in logic) {
    const parts = {
      if: child(logic.if, at('if')),
      then: child(logic.then, at('then')),
      else: child(logic.else, at('else')),
    }
    return made('Conditional', { typeRef: type, ...parts })
  }
  if ('filter' in logic) {
    const parts = { in: child(logic.filter, at('in')), match: child(logic.match, at('match')) }
    return made('Filter', { typeRef: type, ...parts })
  }
  const within = made('TypedChildExpression', { value: writeLogic(logic.in, at('in')) })
  if ('for' in logic) {
    const result = { return: child(logic.return, at('return')) }
    return made('For', { typeRef: type, iteratorVariable: logic.for, in: within, ...result })
  }
  const satisfies = child(logic.satisfies, at('satisfies'))
  return 'some' in logic
    ? made('Some', { typeRef: type, iteratorVariable: logic.some, in: within, satisfies })
    : made('Every', { typeRef: type, iteratorVariable: logic.every, in: within, satisfies })
}

export const writeFunction = (
  parameters: readonly Parameter[],
  body: Logic | undefined,
  id: string,
  type?: string
): DmnElement =>
  made('FunctionDefinition', {
    typeRef: type,
    formalParameter: parameters.map(variable),
    body: body && writeLogic(body, `${id}_body`),
  })

const itemsOf = (items: readonly Logic[], id: string): DmnElement[] =>
  items.map((item, index) => writeLogic(item, `${id}_${index}`))
