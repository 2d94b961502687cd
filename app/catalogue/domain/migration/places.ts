import type { CompiledProcedure } from '#catalogue/domain/types'
import type { Node } from '#engine/index'

/** Nothing ever waits on these. */
const PASSED = /^(start_event|end_event|.*_end)$/

const NOTHING_BEGINS = /(_boundary|_start|start_event)$/

/** On what a case may wait. */
export const standing = ({ graph }: CompiledProcedure): Node[] =>
  Object.values(graph.nodes).filter(({ kind }) => !PASSED.test(kind))

/** Whether it may be begun in the place of something else. */
export const mayBegin = ({ kind }: Node): boolean => !NOTHING_BEGINS.test(kind)
