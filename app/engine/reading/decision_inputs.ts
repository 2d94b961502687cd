import { type CompiledDecisions, identifierOf, inputsOf } from '#decisions/index'
import type { Expression } from '#engine/feel'
import type { Reader } from '#engine/reading/reader'

/** What a decision is given under the name of one of its inputs. */
export interface DecisionInput {
  input: string
  value: Expression
}

/**
 * The inputs of a task for the inputs of its decision: all that it needs, nothing else, each of its type. `the zone` of
 * a model is `the_zone` in a process.
 */
export function inputsTo(reader: Reader, model: CompiledDecisions | null, decision: string): DecisionInput[] {
  if (!model) return reader.inputs().map(({ name, value }) => ({ input: name, value }))
  const needed = new Map(inputsOf(model, decision).map((input) => [identifierOf(input.name), input]))
  const types = Object.fromEntries([...needed].map(([name, { shape }]) => [name, shape.type]))
  const given = reader.inputs(types)
  for (const { name } of given)
    if (!needed.has(name))
      reader.problem('DECISION_INPUT_UNKNOWN', {
        decision,
        input: name,
        known: [...needed.keys()].join(', '),
      })
  for (const name of needed.keys())
    if (!reader.names('fin:Input').includes(name))
      reader.problem('DECISION_INPUT_MISSING', { decision, input: name })
  return given.flatMap(({ name, value }) => {
    const input = needed.get(name)
    return input ? [{ input: input.name, value }] : []
  })
}
