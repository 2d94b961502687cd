import { LimitReached } from '#expressions/evaluate/limit'
import { DaysDuration } from '#expressions/values/duration'
import { type Decimal, isNumber } from '#expressions/values/number'
import type { FeelValue } from '#expressions/values/value'

type Spend = (steps: number) => void

const MAX_NESTING = 200

/** A number is written out with all its zeros. */
const figures = ({ e }: Decimal) => Math.abs(e) >> 6

/** Spends what it takes to look at all of a value. */
export function weigh(value: FeelValue, spend: Spend, depth = 0): void {
  if (depth > MAX_NESTING) throw new LimitReached('VALUE_TOO_DEEP', MAX_NESTING)
  if (typeof value === 'string') spend(value.length >> 6)
  else if (Array.isArray(value)) {
    spend(value.length >> 3)
    for (const item of value) inside(item, spend, depth)
  } else if (value instanceof Map) {
    spend(value.size >> 3)
    for (const entry of value.values()) inside(entry, spend, depth)
  }
}

function inside(value: FeelValue, spend: Spend, depth: number): void {
  if (typeof value === 'string') spend(value.length >> 6)
  else if (isNumber(value)) spend(figures(value as Decimal))
  else if (value instanceof DaysDuration) spend(figures(value.seconds))
  else if (Array.isArray(value) || value instanceof Map) {
    spend(1)
    weigh(value, spend, depth + 1)
  }
}
