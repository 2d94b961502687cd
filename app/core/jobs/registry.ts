import type { JobHandler } from '#core/jobs/types'

const handlers = new Map<string, JobHandler>()

/** Says who does the work of a kind. Rooms register theirs when the house starts. */
export const registerJob = (kind: string, handler: JobHandler) => void handlers.set(kind, handler)

export function handlerOf(kind: string): JobHandler {
  const handler = handlers.get(kind)
  if (!handler) throw new Error(`nobody does the work of kind "${kind}"`)
  return handler
}
