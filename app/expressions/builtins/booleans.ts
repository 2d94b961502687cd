import { builtin } from '#expressions/builtins/signature'
import { equals } from '#expressions/values/equality'
import { FeelDateTime, FeelTime } from '#expressions/values/temporal'
import type { FeelValue } from '#expressions/values/value'

/** Three-valued: one `decisive` item decides, else one that isn't a boolean leaves it unknown. */
function decide(list: FeelValue[], decisive: boolean): boolean | null {
  if (list.includes(decisive)) return decisive
  return list.every((item) => typeof item === 'boolean') ? !decisive : null
}

/** How far from UTC its clock is; null without a zone. That of a time in a named place is the one of all times here. */
function offsetOf(value: FeelValue): number | null {
  if (value instanceof FeelTime) return offsetOf(value.onEpoch())
  return value instanceof FeelDateTime && value.zone !== null ? value.zoned.offsetNanoseconds : null
}

export const booleans = [
  builtin('not(negand: any): boolean', ([negand]) => (typeof negand === 'boolean' ? !negand : null)),
  // noon in Paris and eleven in UTC are equal, and are not the same; by what name the place goes doesn't matter
  builtin(
    'is(value1: any, value2: any): boolean',
    ([one, other]) => equals(one, other) === true && offsetOf(one) === offsetOf(other)
  ),
  builtin('all(list: list<any>): boolean', ([list]) => decide(list, false)),
  builtin('all(...list: any): boolean', ([list]) => decide(list, false)),
  builtin('any(list: list<any>): boolean', ([list]) => decide(list, true)),
  builtin('any(...list: any): boolean', ([list]) => decide(list, true)),
]
