import { dueOn } from '#cases/domain/due_on'
import type { Movable, Route, Stay } from '#cases/domain/migration/types'
import type { Law } from '#cases/types'
import { type Result, err, ok } from '#core/result'
import { type Calendar, halved } from '#deadlines/index'

const PARTS = ['term', 'silence', 'fee'] as const

/**
 * By whose sheet a case goes once it has moved: the one it went by, but for what the plan says, with its ground. Fees stay
 * in any case: a line of a fee that was told is never told otherwise.
 */
export function lawAfter({ law }: Pick<Movable, 'law'>, { from, to, plan, changes }: Route): Law | null {
  const differs = new Set(changes.filter(({ change }) => change === 'law').map(({ what }) => what))
  const kept = PARTS.flatMap((part): [string, string][] => {
    const holds = law?.[part] ?? (differs.has(part) ? from.digest : null)
    const follows = part !== 'fee' && plan.law?.follow.includes(part)
    return holds === null || follows || holds === to.digest ? [] : [[part, holds]]
  })
  const urgent = law?.urgent && { urgent: law.urgent }
  return kept.length > 0 || urgent ? { ...Object.fromEntries(kept), ...urgent } : null
}

/** The last day by the term that it goes by from now on. Another term only holds where it comes no later (for whoever waits). */
export function dueAfter(of: Movable, { to, plan }: Route, calendar: Calendar): Result<string | null, Stay> {
  const fault = (code: string) => err({ code, element: '', detail: '' })
  if (!plan.law?.follow.includes('term') || of.silenceOn !== null) return ok(of.dueOn)
  if (of.suspendedOn !== null) return fault('law_suspended')
  if (of.dueOn === null) return ok(null)
  const { term } = to.sheet
  const due = dueOn({ ...of, term: of.law?.urgent && term ? halved(term) : term }, calendar)
  return due !== null && due <= of.dueOn ? ok(due) : fault('law_unfavourable')
}
