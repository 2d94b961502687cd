import type { Kind } from '#engine/elements/kind'

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
    const target = Object.values(step.graph.nodes).find(
      ({ kind, scope, data }) =>
        kind === 'link_catch' && scope === node.scope && (data as LinkData).link === node.data.link
    )
    step.leave(node, arrival, [])
    if (target) step.send(target.id, arrival.scope)
  },
}
