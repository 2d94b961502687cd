import type { Json } from '#core/json'
import {
  type Expression,
  type FeelType,
  type FeelValue,
  type TypeEnvironment,
  evaluate,
  scopeFrom,
  toJson,
} from '#engine/feel'
import { plainOf } from '#engine/runtime/plain'
import type { Step } from '#engine/runtime/step'

/** An input or output of an element: a name, and the expression that gives its value. */
export interface Mapping {
  name: string
  value: Expression
}

/** The value of an expression now, over the variables and, for outputs, over `result`. */
export function valueOf(step: Step, expression: Expression, result?: Json): FeelValue {
  const { state, graph, event } = step
  const used: Record<string, Json> = {}
  const types: TypeEnvironment = {}
  for (const name of expression.variables) {
    if (Object.hasOwn(state.variables, name)) used[name] = state.variables[name] as Json
    if (Object.hasOwn(graph.variables, name)) types[name] = graph.variables[name] as FeelType
  }
  if (result !== undefined) used.result = result
  return evaluate(expression, scopeFrom(used, types), { now: event.at, timeZone: event.timeZone }).value
}

/** The inputs of a task or an activity, each under its name; numbers and moments as text. */
export const inputsOf = (step: Step, inputs: readonly Mapping[]): Record<string, Json> =>
  Object.fromEntries(inputs.map(({ name, value }) => [name, toJson(valueOf(step, value))]))

/** Keeps what a result brings: all outputs see the variables as they were before. */
export function keepOutputs(step: Step, outputs: readonly Mapping[], result: Json): void {
  const kept = outputs.map(({ name, value }) => {
    const brought = valueOf(step, value, result)
    // what no type reads back as a number later must stay one now
    return [name, (step.graph.variables[name] ?? 'any') === 'any' ? plainOf(brought) : toJson(brought)]
  })
  Object.assign(step.state.variables, Object.fromEntries(kept))
}
