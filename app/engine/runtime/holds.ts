import type { Expression } from '#engine/feel'
import { seenBy } from '#engine/runtime/seen'
import type { Step } from '#engine/runtime/step'
import { valueOf, variableAt } from '#engine/runtime/values'
import type { Token } from '#engine/state'

/**
 * Whether a condition that a token waits for holds by now. One that asks for something which isn't there yet doesn't hold
 * yet; one that has all it asks for and is neither true nor false stops the token with an incident: null.
 */
export function holdsByNow(step: Step, key: string, condition: Expression): boolean | null {
  const where = { key, ...(step.state.tokens[key] as Token) }
  // it is looked at after everything that happens: only what it asks for can change it
  const seen = condition.variables.map((name) => variableAt(step.state, where, name))
  const before = step.looked.get(key)
  if (before?.seen.every((value, at) => value === seen[at])) return before.holds
  const value = valueOf(step, condition, where)
  const told = seenBy(step, [condition], where)
  if (typeof value !== 'boolean' && (value !== null || !Object.values(told).includes(null))) {
    step.halt(key, 'condition_not_boolean', condition.source, told)
    return null
  }
  step.looked.set(key, { seen, holds: value === true })
  return value === true
}
