import { type CompiledDecisions, type Decided, decideOver } from '#decisions/index'
import type { Arrival, Kind } from '#engine/elements/kind'
import { type FeelType, toJson } from '#engine/feel'
import type { Node } from '#engine/graph'
import type { Reader } from '#engine/reading/reader'
import { type DecisionInput, inputsTo } from '#engine/reading/decision_inputs'
import { type Seen, seenBy } from '#engine/runtime/seen'
import type { Step } from '#engine/runtime/step'
import { type Mapping, demand, keepOutputs } from '#engine/runtime/values'

interface DecisionData {
  decision: string
  /** The model that the decision is in; null where nobody has said which there are. */
  model: CompiledDecisions | null
  /** What `result` is in the outputs. */
  type: FeelType
  inputs: DecisionInput[]
  outputs: Mapping[]
}

/** A decision is made by the rules of its model, within the step: nothing waits for it. */
export const businessRuleTask: Kind<DecisionData> = {
  name: 'business_rule_task',
  bpmn: 'BusinessRuleTask',
  reads: ['decision'],
  compile(reader) {
    const decision = reader.text('decision') ?? ''
    const model = modelOf(reader, decision)
    const made = [...(model?.decisions ?? []), ...(model?.services ?? [])].find(
      ({ name }) => name === decision
    )
    const type = made?.shape.type ?? 'any'
    const outputs = reader.outputs(type)
    if (reader.names('fin:Output').length === 0) reader.problem('DECISION_OUTPUT_MISSING')
    return { decision, model, type, inputs: inputsTo(reader, model, decision), outputs }
  },
  enter(step, node, arrival) {
    const { decision, model, outputs, type } = node.data
    if (!model) return step.stall(node, arrival, 'decision_unusable', decision)
    const decided = decideOver(model, decision, givenTo(step, node, arrival), {
      now: step.event.at,
      timeZone: step.event.timeZone,
      budget: step.budget,
    })
    const fault = faultOf(decided)
    if (fault !== null) {
      const because = seenBy(
        step,
        node.data.inputs.map(({ value }) => value),
        arrival
      )
      return step.stall(node, arrival, 'decision_unusable', `${decision}: ${fault}`, { because })
    }
    keepOutputs(step, outputs, toJson(decided.value), arrival, type)
    step.leave(node, arrival, node.outgoing, rulesOf(decided))
  },
}

function modelOf(reader: Reader, decision: string): CompiledDecisions | null {
  if (decision === '') reader.problem('DECISION_MISSING')
  const { decisions } = reader.around.known
  if (decision === '' || !decisions) return null
  const model = Object.hasOwn(decisions, decision) ? decisions[decision] : undefined
  if (!model) reader.problem('DECISION_UNKNOWN', { decision, known: Object.keys(decisions).join(', ') })
  return model ?? null
}

const givenTo = (step: Step, node: Node<DecisionData>, arrival: Arrival) =>
  new Map(node.data.inputs.map(({ input, value }) => [input, demand(step, value, arrival)]))

/** Why there is no value to go on with; a value that is null is none. */
const faultOf = ({ value, faults }: Decided): string | null => {
  if (faults.length === 0) return value === null ? 'NOTHING_DECIDED' : null
  return faults.map(({ code, of, params }) => [code, of, ...Object.values(params)].join(' ')).join('; ')
}

/** By table, the rules that gave its value. */
function rulesOf({ why }: Decided): Seen {
  const seen = new Map<string, string[]>()
  for (const { of, gave } of why) seen.set(of, [...new Set([...(seen.get(of) ?? []), ...gave])])
  return Object.fromEntries([...seen].map(([of, rules]) => [of, rules.slice(0, MOST_RULES).join(', ')]))
}

const MOST_RULES = 20
