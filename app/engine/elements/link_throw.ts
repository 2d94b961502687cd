import type { Kind } from '#engine/elements/kind'
import { linkedTo } from '#engine/places'

export interface LinkData {
  link: string
}

/** An arrow that would cross the drawing: goes on at the catching link of the same name. */
export const linkThrow: Kind<LinkData> = {
  name: 'link_throw',
  bpmn: 'IntermediateThrowEvent:Link',
  reads: [],
  place: 'end',
  compile(reader) {
    const link = reader.linkName()
    if (!link) reader.problem('LINK_WITHOUT_NAME')
    return { link: link ?? '' }
  },
  check(plan, node) {
    const { link } = node.data
    if (link && plan.linksTo(node).length !== 1) plan.problem('LINK_TARGET', node.id, { link })
  },
  enter(step, node, arrival) {
    const [target] = linkedTo(step.graph, node)
    step.leave(node, arrival, [])
    if (target) step.send(target, arrival.scope)
  },
}
