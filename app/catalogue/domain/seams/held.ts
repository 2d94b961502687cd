import { dayBefore } from '#deadlines/index'
import type { DatedValue } from '#fees/index'
import { ALWAYS } from '#catalogue/domain/seams/town_names'

/** A value while it holds. What holds where no town has said anything has no first day. */
export interface HeldValue extends Pick<DatedValue, 'value' | 'article'> {
  from: string | null
  to: string | null
}

/** What is said of a single value, each until the day before the next. */
export const heldValues = (dated: DatedValue[] = []): HeldValue[] =>
  dated.flatMap(({ from, value, article }, i) => {
    const next = dated[i + 1]
    if (next?.from === from) return []
    return [{ from: from === ALWAYS ? null : from, to: next ? dayBefore(next.from) : null, value, article }]
  })
