import type { Json } from '#core/json'
import type { Arrival } from '#engine/elements/kind'
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
import type { State } from '#engine/state'

/** An input or output of an element: a name, and the expression that gives its value. */
export interface Mapping {
  name: string
  value: Expression
}

/** From where variables are seen: an element's own, those of the repetitions around it, those of the case. */
export type Where = Pick<Arrival, 'scope' | 'locals'> & { key?: string }

/** The value of an expression now, over the variables seen from there and, for outputs, over `result`. */
export function valueOf(
  step: Step,
  expression: Expression,
  where: Where,
  result?: Json,
  type: FeelType = 'any'
): FeelValue {
  return evaluated(step, expression, where, result, type).value
}

/** Names and entries that aren't there are answers that nobody gave; any other warning is an expression that went wrong. */
const ABSENT = ['ENTRY_UNKNOWN', 'NAME_UNKNOWN', 'PLACE_UNKNOWN']

/** An expression that a task or its result needs went wrong: the element stops before it has done anything. */
class ExpressionFailed extends Error {
  constructor(
    readonly expression: Expression,
    readonly where: Where,
    readonly result: Json | undefined
  ) {
    super(`the expression ${expression.source} has no value`)
  }
}

export type Failed = Pick<ExpressionFailed, 'expression' | 'where' | 'result'>

/** The same for a value that goes on: what goes wrong in it is never passed on as if nothing had been said. */
export function demand(...[step, expression, where, result, type]: Parameters<typeof valueOf>): FeelValue {
  const { value, warnings } = evaluated(step, expression, where, result, type ?? 'any')
  if (warnings.some(({ code }) => !ABSENT.includes(code)))
    throw new ExpressionFailed(expression, where, result)
  return value
}

/** The expression that went wrong, and over what, or null; it does so before anything is done. */
export function failing(work: () => void): Failed | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof ExpressionFailed) return error
    throw error
  }
}

function evaluated(
  { state, graph, event, budget }: Step,
  expression: Expression,
  where: Where,
  result: Json | undefined,
  type: FeelType
): ReturnType<typeof evaluate> {
  const used: Record<string, Json> = {}
  const types: TypeEnvironment = {}
  for (const name of expression.variables) {
    const value = variableAt(state, where, name)
    if (value !== undefined) used[name] = value
    if (Object.hasOwn(graph.variables, name)) types[name] = graph.variables[name] as FeelType
  }
  if (result !== undefined) {
    used.result = result
    types.result = type
  }
  return evaluate(expression, scopeFrom(used, types), { now: event.at, timeZone: event.timeZone, budget })
}

/** A variable as it is seen from somewhere. */
export function variableAt(state: State, where: Where, name: string): Json | undefined {
  for (const own of scopesOf(state, where)) if (Object.hasOwn(own, name)) return own[name]
  return Object.hasOwn(state.variables, name) ? state.variables[name] : undefined
}

/** The variables of the repetitions around something, innermost first. */
function* scopesOf(state: State, { key, scope, locals }: Where): Generator<Record<string, Json>> {
  const own = (key !== undefined && state.tokens[key]?.locals) || locals
  if (own) yield own
  for (let next = scope; next !== undefined; next = state.tokens[next]?.scope) {
    const around = state.tokens[next]
    if (around?.locals) yield around.locals
    // a loop keeps nothing apart, but for the number of its turn
    if (around?.loop?.items === null) yield { loopCounter: around.loop.begun }
  }
}

/** The inputs of a task or an activity, each under its name; numbers and moments as text. */
export const inputsOf = (step: Step, inputs: readonly Mapping[], where: Where): Record<string, Json> =>
  Object.fromEntries(inputs.map(({ name, value }) => [name, toJson(demand(step, value, where))]))

/** Keeps what a result brings, read as its type says: all outputs see the variables as they were before. */
export function keepOutputs(
  step: Step,
  outputs: readonly Mapping[],
  result: Json,
  where: Where,
  type?: FeelType
): void {
  if (outputs.length === 0) return
  const kept = outputs.map(({ name, value }) => {
    const brought = demand(step, value, where, result, type)
    // what no type reads back as a number later must stay one now
    return [name, (step.graph.variables[name] ?? 'any') === 'any' ? plainOf(brought) : toJson(brought)]
  })
  keep(step, where, Object.fromEntries(kept) as Record<string, Json>)
}

/** What is written in a repetition stays in it: only what it collects leaves. Else it is the case's. */
export function keep(step: Step, { key, scope, locals }: Where, values: Record<string, Json>): void {
  const { tokens } = step.state
  for (let next = key; next !== undefined; next = next === key ? scope : tokens[next]?.scope) {
    const token = tokens[next]
    if (token?.locals) {
      tokens[next] = { ...token, locals: { ...token.locals, ...values } }
      return
    }
    // one that never had to wait has its variables at hand only
    if (next === key && !token && locals) {
      Object.assign(locals, values)
      return
    }
  }
  setVariables(step.state, values)
}

/** Corrects variables as they are seen from there: those of a repetition in it, all others in the case. */
export function correct(step: Step, { key, scope }: Where, values: Record<string, Json>): void {
  const { tokens } = step.state
  for (const [name, value] of Object.entries(values)) {
    let owner = key
    while (owner !== undefined && !Object.hasOwn(tokens[owner]?.locals ?? {}, name))
      owner = owner === key ? scope : tokens[owner]?.scope
    const token = owner === undefined ? undefined : tokens[owner]
    if (owner !== undefined && token) tokens[owner] = { ...token, locals: { ...token.locals, [name]: value } }
    else setVariables(step.state, { [name]: value })
  }
}

/** Whatever a variable is called, it is one: a spread gives no name a meaning. */
export function setVariables(state: State, values: Record<string, Json> | undefined): void {
  state.variables = { ...state.variables, ...values }
}
