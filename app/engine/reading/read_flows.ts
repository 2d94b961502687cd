import type { Flow } from '#engine/graph'
import { one } from '#engine/reading/bpmn'
import type { Placed } from '#engine/reading/collect'
import { Reader, type Surroundings } from '#engine/reading/reader'
import { reportUnread } from '#engine/reading/unread'

const READS = ['sourceRef', 'targetRef', 'conditionExpression']

/** The sequence flows between elements of one scope, with their conditions. */
export function readFlows(
  placed: readonly Placed[],
  nodes: ReadonlyMap<string, Placed>,
  around: Surroundings
): Map<string, Flow> {
  const flows = new Map<string, Flow>()
  const refused = refusedIds(around)
  for (const { element, scope } of placed) {
    reportUnread(element, READS, around.out)
    const source = one(element, 'sourceRef')
    const target = one(element, 'targetRef')
    if (!source?.id) around.out.problem('FLOW_WITHOUT_SOURCE', element)
    if (!target?.id) around.out.problem('FLOW_WITHOUT_TARGET', element)
    if (!source?.id || !target?.id) continue
    const from = nodes.get(source.id)
    const to = nodes.get(target.id)
    if (!from || !to) {
      // what it hangs on has been refused, which is said already; anything else can't be connected
      if (!refused.has(source.id) && !refused.has(target.id))
        around.out.problem('FLOW_BETWEEN_OTHERS', element)
      continue
    }
    if (from.scope !== scope || to.scope !== scope) {
      around.out.problem('FLOW_CROSSES', element)
      continue
    }
    const condition = new Reader(element, scope, null, around).body(element, 'conditionExpression')
    if (condition && source.$type !== 'bpmn:ExclusiveGateway')
      around.out.problem('CONDITION_ELSEWHERE', element)
    const compiled = condition
      ? new Reader(element, scope, null, around).expression(condition, { expects: 'boolean' })
      : null
    flows.set(element.id, { id: element.id, source: source.id, target: target.id, condition: compiled })
  }
  return flows
}

const refusedIds = ({ out }: Surroundings): Set<string | undefined> =>
  new Set(out.diagnostics.map(({ element }) => element))
