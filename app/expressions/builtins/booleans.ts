import { builtin } from '#expressions/builtins/signature'
import { equals } from '#expressions/values/equality'
import type { FeelValue } from '#expressions/values/value'

/** Three-valued: one `decisive` item decides, else one that isn't a boolean leaves it unknown. */
function decide(list: FeelValue[], decisive: boolean): boolean | null {
  if (list.includes(decisive)) return decisive
  return list.every((item) => typeof item === 'boolean') ? !decisive : null
}

export const booleans = [
  builtin('not(negand: any): boolean', ([negand]) => (typeof negand === 'boolean' ? !negand : null)),
  builtin('is(value1: any, value2: any): boolean', ([one, other]) => equals(one, other) === true),
  builtin('all(list: list<any>): boolean', ([list]) => decide(list, false)),
  builtin('all(...list: any): boolean', ([list]) => decide(list, false)),
  builtin('any(list: list<any>): boolean', ([list]) => decide(list, true)),
  builtin('any(...list: any): boolean', ([list]) => decide(list, true)),
]
