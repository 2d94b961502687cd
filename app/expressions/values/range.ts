import type { FeelValue } from '#expressions/values/value'

/** An interval; a null end is unbounded, and never closed. */
export class FeelRange {
  constructor(
    readonly low: FeelValue,
    readonly high: FeelValue,
    readonly lowClosed: boolean,
    readonly highClosed: boolean
  ) {}
}
