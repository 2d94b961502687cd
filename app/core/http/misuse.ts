import logger from '@adonisjs/core/services/logger'

/** Lines of one kind are this far apart: a flood fills no disk, and what was not said is counted in the next one. */
const APART_MS = 60_000

/** Answers that refuse whoever may not, brings a form that is not of ours, or comes too often. */
const REFUSALS = new Set([403, 419, 429])

const last = new Map<string, { at: number; unsaid: number }>()

/**
 * Tells the operator of what may be misuse: by the route as it is written, never as it was asked for, and of nobody. An
 * address of the net would be somebody.
 */
export function tellMisuse(route: string, status: number, what = 'refused', now = Date.now()): void {
  const kind = `${what} ${status} ${route}`
  const before = last.get(kind)
  if (before && now - before.at < APART_MS) return void (before.unsaid += 1)
  last.set(kind, { at: now, unsaid: 0 })
  logger.warn({ route, status, ...(before?.unsaid && { unsaid: before.unsaid }) }, what)
}

export const tellIfRefused = (route: string, status: number): void => {
  if (REFUSALS.has(status)) tellMisuse(route, status)
}

/** As after a start: what was told before is told anew. */
export const forgetMisuse = (): void => last.clear()
