import type { Town } from '#tenancy/types'

const DAY_MS = 86_400_000

/** How drafts are kept, where a town says nothing else (`settings.drafts`). */
const USUAL = { keptDays: 90, warnedDays: 7, most: 20 }

export interface DraftTerms {
  /** How many days a draft is kept without a change. */
  keptDays: number
  /** How many days before it is erased somebody is told. */
  warnedDays: number
  /** How many applications a person may have begun at once. */
  most: number
}

export const draftTerms = ({ settings }: Pick<Town, 'settings'>): DraftTerms => ({
  ...USUAL,
  ...settings.drafts,
})

/**
 * Nobody comes back to an anonymous draft once their session has ended, and anybody may begin one: they are kept for a day,
 * and a town has no more of them at once.
 */
const ANONYMOUS_KEPT_DAYS = 1
export const MOST_ANONYMOUS = 500

export const draftExpiry = (town: Pick<Town, 'settings'>, at: Date, anonymous = false): Date =>
  new Date(at.getTime() + (anonymous ? ANONYMOUS_KEPT_DAYS : draftTerms(town).keptDays) * DAY_MS)

/** From when whoever left it may be told. */
export const warnedBefore = (town: Pick<Town, 'settings'>, at: Date): Date =>
  new Date(at.getTime() + draftTerms(town).warnedDays * DAY_MS)
