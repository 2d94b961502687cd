import type { Json } from '#core/json'
import type { CompiledDecisions } from '#decisions/compiled'
import { Asking } from '#decisions/decide/asking'
import { type DecideOptions, type Fault, Session, type Why } from '#decisions/decide/session'
import { type FeelContext, type FeelValue, type Warning, fromJson } from '#expressions/index'

/**
 * What was decided. **A value with faults is none that anybody may act on**: where no rule took the input, several
 * did where one must, or a value is not of its type, the caller stops and a person looks.
 */
export interface Decided {
  value: FeelValue
  faults: Fault[]
  /** The tables that were asked, in order, with their rules. */
  why: Why[]
  warnings: (Warning & { of: string })[]
}

/** Decides by the name of a decision, a service or knowledge, over plain values that are read as the model's inputs say. */
export function decide(
  compiled: CompiledDecisions,
  name: string,
  variables: Record<string, Json>,
  options: DecideOptions = {}
): Decided {
  const given: FeelContext = new Map()
  for (const { name: input, shape } of compiled.inputs)
    given.set(input, Object.hasOwn(variables, input) ? fromJson(variables[input] ?? null, shape.type) : null)
  return decideOver(compiled, name, given, options)
}

/** The same over values of FEEL, by the names of inputs; a decision that is given isn't made. */
export function decideOver(
  compiled: CompiledDecisions,
  name: string,
  given: FeelContext,
  options: DecideOptions = {}
): Decided {
  const session = new Session(options)
  const asked = new Asking(compiled, session, given)
  const value = asked.named(name)
  return { value, faults: session.faults, why: session.why, warnings: session.warnings }
}
