import { Decimal } from '#expressions/index'
import type { Rounding } from '#fees/types'

const MODES = {
  half_up: Decimal.ROUND_HALF_UP,
  half_even: Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
} satisfies Record<Rounding, number>

/** An amount brought to so many decimals: the mode is said, never assumed. */
export const rounded = (value: Decimal, rounding: Rounding, decimals = 2): Decimal =>
  value.toDecimalPlaces(decimals, MODES[rounding])
