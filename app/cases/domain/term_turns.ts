import type { Pause, Term } from '#deadlines/index'

/** What the history says of a term: it stood still, went on, was extended or halved, was counted by other closed days, or was met. */
export type Turn =
  | { kind: 'term_suspended'; from: string }
  | { kind: 'term_resumed'; from: string; to?: string; dueOn?: string | null }
  | { kind: 'term_recounted'; dueOn: string | null }
  | { kind: 'term_met'; on: string }
  | { kind: 'term_extended'; of: string; by: Term; keys: string[]; dueOn: string | null }
  | { kind: 'urgency_declared'; since: string; keys: string[]; dueOn: string | null }
  | { kind: 'seats_changed'; seats: string[] }

/** What an extension of the term to resolve is of; others are of a task, by its element. */
export const RESOLUTION = 'resolution'

export function pausesOf(turns: Turn[]): Pause[] {
  const pauses: Pause[] = []
  for (const turn of turns)
    if (turn.kind === 'term_suspended') pauses.push({ from: turn.from, to: null })
    else if (turn.kind === 'term_resumed') pauses.splice(-1, 1, { from: turn.from, to: turn.to ?? null })
  return pauses
}

/** The last day as it was written down last; undefined where nothing says it. */
export function dueOnWritten(
  turns: Turn[],
  dueOnOpened: string | null | undefined
): string | null | undefined {
  if (isMet(turns)) return null
  const last = turns.findLast(({ kind }) => kind !== 'term_suspended' && kind !== 'seats_changed')
  return (last && 'dueOn' in last ? last.dueOn : null) ?? dueOnOpened
}

/** Whoever resolved and notified owes nothing by a day any more. */
export const isMet = (turns: Turn[]) => turns.some(({ kind }) => kind === 'term_met')

export const seatsWritten = (turns: Turn[], seatsOpened: string[]): string[] =>
  turns.findLast((turn) => turn.kind === 'seats_changed')?.seats ?? seatsOpened

const extensions = (turns: Turn[]) => turns.filter((turn) => turn.kind === 'term_extended')

export const extensionOf = (turns: Turn[]): Term | null =>
  extensions(turns).findLast(({ of }) => of === RESOLUTION)?.by ?? null

export const extensionOfTimer = (turns: Turn[], key: string): Term | undefined =>
  extensions(turns).findLast(({ keys }) => keys.includes(key))?.by

/** Since when the case is urgent, and the timers that were halved by it; null where it is not. */
export const urgencyOf = (turns: Turn[]) => turns.find((turn) => turn.kind === 'urgency_declared') ?? null
