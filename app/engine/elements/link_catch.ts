import type { Kind } from '#engine/elements/kind'
import type { LinkData } from '#engine/elements/link_throw'

/** Where the throwing links of the same name go on. */
export const linkCatch: Kind<LinkData> = {
  name: 'link_catch',
  bpmn: 'IntermediateCatchEvent:Link',
  reads: [],
  place: 'start',
  compile(reader) {
    const link = reader.linkName()
    if (!link) reader.problem('LINK_WITHOUT_NAME')
    return { link: link ?? '' }
  },
  enter: (step, node, arrival) => step.leave(node, arrival),
}
