import type { Expression } from '#engine/feel'
import type { Flow } from '#engine/graph'
import { one } from '#engine/reading/bpmn'
import type { Placed } from '#engine/reading/collect'
import { Reader, type Surroundings } from '#engine/reading/reader'

/** A condition that is there but can't be read, so that it isn't missed as well: the error keeps it from running. */
const UNREADABLE: Expression = { source: '', tree: { op: 'literal', value: null, at: 0 }, variables: [] }

/** The sequence flows between elements of one scope, with their conditions. */
export function readFlows(
  placed: readonly Placed[],
  nodes: ReadonlyMap<string, Placed>,
  around: Surroundings
): Map<string, Flow> {
  const flows = new Map<string, Flow>()
  const refused = new Set(around.out.diagnostics.map(({ element }) => element))
  for (const { element, scope } of placed) {
    const ends = endsOf({ element, scope }, nodes, refused, around)
    if (ends)
      flows.set(element.id, { id: element.id, ...ends, condition: conditionOf({ element, scope }, around) })
  }
  return flows
}

type Ends = Pick<Flow, 'source' | 'target'>

function endsOf(
  { element, scope }: Placed,
  nodes: ReadonlyMap<string, Placed>,
  refused: ReadonlySet<string | undefined>,
  { out }: Surroundings
): Ends | null {
  const source = one(element, 'sourceRef')?.id
  const target = one(element, 'targetRef')?.id
  if (!source) out.problem('FLOW_WITHOUT_SOURCE', element)
  if (!target) out.problem('FLOW_WITHOUT_TARGET', element)
  if (!source || !target) return null
  const [from, to] = [nodes.get(source), nodes.get(target)]
  if (from?.scope === scope && to?.scope === scope) return { source, target }
  if (from && to) out.problem('FLOW_CROSSES', element)
  // what hangs on a refused element needs no word of its own
  else if (!refused.has(source) && !refused.has(target)) out.problem('FLOW_BETWEEN_OTHERS', element)
  return null
}

function conditionOf({ element, scope }: Placed, around: Surroundings): Expression | null {
  const reader = new Reader(element, scope, null, around)
  const condition = reader.body(element, 'conditionExpression')
  if (!condition) return null
  if (!/(Exclusive|Inclusive)Gateway$/.test(one(element, 'sourceRef')?.$type ?? ''))
    reader.problem('CONDITION_ELSEWHERE')
  return reader.expression(condition, { expects: 'boolean' }) ?? UNREADABLE
}
