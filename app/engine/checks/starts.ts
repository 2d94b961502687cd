import type { Plan } from '#engine/checks/plan'
import { kindOf } from '#engine/elements/index'
import type { Node } from '#engine/graph'

const WITH_START = ['sub_process', 'transaction', 'event_sub_process']

/** The process and every part of it begin where they should: once plainly, an event subprocess by its event. */
export function checkStarts(plan: Plan, process: string): void {
  checkProcess(plan, process)
  for (const { id, kind } of plan.nodes.values()) {
    const starts = plan.starts.get(id) ?? []
    if (kind === 'ad_hoc_sub_process') {
      for (const start of starts) plan.problem('START_IN_AD_HOC', start)
      for (const node of plan.nodes.values())
        if (node.scope === id && isEnd(node)) plan.problem('END_IN_AD_HOC', node.id)
    }
    if (!WITH_START.includes(kind)) continue
    const [first, ...more] = starts
    if (first === undefined) plan.problem('START_MISSING', id)
    for (const other of more) plan.problem('START_SEVERAL', other, { first: first as string })
    const plain = first !== undefined && plan.nodes.get(first)?.kind === 'start_event'
    if (first !== undefined && plain === (kind === 'event_sub_process'))
      plan.problem(plain ? 'START_PLAIN' : 'START_TYPED', first)
  }
}

/** A process may begin by several events, but plainly only once. */
function checkProcess(plan: Plan, process: string): void {
  const starts = plan.starts.get(null) ?? []
  const [first, ...more] = starts.filter((id) => plan.nodes.get(id)?.kind === 'start_event')
  if (starts.length === 0) plan.problem('START_MISSING', process)
  for (const id of more) plan.problem('START_SEVERAL', id, { first: first as string })
}

const isEnd = (node: Node): boolean => kindOf(node).bpmn.startsWith('EndEvent')
