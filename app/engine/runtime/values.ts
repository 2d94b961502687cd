import type { Json } from '#core/json'
import { type Expression, evaluate, scopeFrom, toJson } from '#engine/feel'
import type { Step } from '#engine/runtime/step'

/** An input or output of an element: a name, and the expression that gives its value. */
export interface Mapping {
  name: string
  value: Expression
}

/** The value of an expression now, over the variables and, for outputs, over `result`. */
export function valueOf(step: Step, expression: Expression, result?: Json): Json {
  const { variables: held } = step.state
  const used: Record<string, Json> = {}
  for (const name of expression.variables) if (Object.hasOwn(held, name)) used[name] = held[name] as Json
  if (result !== undefined) used.result = result
  const { at, timeZone } = step.event
  return toJson(evaluate(expression, scopeFrom(used, step.graph.variables), { now: at, timeZone }).value)
}

/** The inputs of a task or an activity, each under its name. */
export const inputsOf = (step: Step, inputs: readonly Mapping[]): Record<string, Json> =>
  Object.fromEntries(inputs.map(({ name, value }) => [name, valueOf(step, value)]))

/** Keeps what a result brings: all outputs see the variables as they were before. */
export function keepOutputs(step: Step, outputs: readonly Mapping[], result: Json): void {
  Object.assign(
    step.state.variables,
    Object.fromEntries(outputs.map(({ name, value }) => [name, valueOf(step, value, result)]))
  )
}
