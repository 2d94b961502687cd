import { canonical } from '#core/canonical_json'
import type { Json } from '#core/json'
import type { Evaluate } from '#expressions/evaluate/evaluate'
import type { Dialect } from '#expressions/parse/grammar'
import { scopeFrom } from '#expressions/scope'
import { toJson } from '#expressions/to_json'
import type { Expression } from '#expressions/tree'
import type { FeelType, TypeEnvironment } from '#expressions/types'

/** A case that server, browser and commands share: what is given, and the result or the error. */
export interface Trial {
  expression: string
  dialect?: Dialect
  context?: Record<string, Json>
  types?: TypeEnvironment
  names?: TypeEnvironment
  expects?: FeelType
  now?: string
  timeZone?: string
  result?: Json
  /** Where they matter; a result other than null comes without any unless they are told. */
  warnings?: string[]
  error?: string
}

export type Outcome = { error: string } | { result: Json; warnings: string[] }

/** What a compiled expression comes to with what a trial gives. */
export function played(trial: Trial, expression: Expression, evaluate: Evaluate): Outcome {
  const { context = {}, types, now, timeZone } = trial
  const { value, warnings } = evaluate(expression, scopeFrom(context, types), {
    ...(now && { now }),
    ...(timeZone && { timeZone }),
  })
  return { result: toJson(value), warnings: warnings.map(({ code }) => code) }
}

export function holds(trial: Trial, outcome: Outcome): boolean {
  if ('error' in outcome) return outcome.error === trial.error
  if (trial.error !== undefined || !same(outcome.result, trial.result ?? null)) return false
  const wanted = trial.warnings ?? (trial.result === null ? outcome.warnings : [])
  return same(outcome.warnings, wanted)
}

const same = (one: Json, other: Json) => canonical(one) === canonical(other)
