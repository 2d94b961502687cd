import type { Json } from '#core/json'
import type { DatedValue } from '#fees/types'

/** What a town's values are on a day: of each, what was said last; null where nothing was. */
export const inForce = (values: Record<string, DatedValue[]>, day: string): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(values).map(([id, dated]) => [
      id,
      dated.findLast(({ from }) => from <= day)?.value ?? null,
    ])
  )
