export const PAGE = 20

/** What waits is shown whole, before the first page of what is past: none of it may be overlooked. */
export const MOST_WAITING = 500

/** A page of a list, the newest first, of which one more than it holds was asked for, and the ways to the others. */
export function paged<T extends { id: string }>(found: T[], path: string, before: string | null) {
  const shown = found.slice(0, PAGE)
  const next = found.length > PAGE ? `${path}?before=${shown.at(-1)!.id}` : undefined
  return { shown, pages: next || before ? { first: before ? path : undefined, next } : null }
}
