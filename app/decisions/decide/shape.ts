import type { Shape } from '#decisions/compiled'
import { type Session, type Sight, seeing } from '#decisions/decide/session'
import {
  type Expression,
  type FeelContext,
  type FeelType,
  type FeelValue,
  fromJson,
  isOf,
  kindOf,
  toJson,
} from '#expressions/index'

/** Not a value of the shape; `kind` says whether it is of another type, or one that isn't allowed. */
class Unfit {
  constructor(readonly code: 'NOT_OF_ITS_TYPE' | 'NOT_ALLOWED') {}
}

type Passes = (tests: Expression, value: FeelValue) => boolean

/** The value as the shape has it, as DMN turns one into the other; null and a fault when it is none. */
export function shaped(value: FeelValue, shape: Shape, session: Session, of: string): FeelValue {
  const nothing: Sight = { scope: new Map(), functions: new Map(), of }
  const fitting = fitted(value, shape, (tests, one) => permitted(tests, one, session, nothing))
  if (!(fitting instanceof Unfit)) return fitting
  return session.fault(fitting.code, of, { value: JSON.stringify(toJson(value)).slice(0, 80) })
}

/** A list of one may stand for its item, and an item for a list of one; a date for its midnight. */
function fitted(value: FeelValue, shape: Shape, passes: Passes): FeelValue | Unfit {
  const { type } = shape
  if (value === null) return null
  if (type === 'any') return allowed(value, shape, passes)
  if (typeof type === 'object' && 'list' in type) {
    const found = listed(Array.isArray(value) ? value : [value], shape, type.list, passes)
    return found instanceof Unfit ? found : allowed(found, shape, passes)
  }
  if (Array.isArray(value))
    return value.length === 1 ? fitted(value[0] ?? null, shape, passes) : new Unfit('NOT_OF_ITS_TYPE')
  if (typeof type === 'object' && 'context' in type) {
    if (!(value instanceof Map)) return new Unfit('NOT_OF_ITS_TYPE')
    const found = entered(value, shape, type.context, passes)
    return found instanceof Unfit ? found : allowed(found, shape, passes)
  }
  if (type === 'date and time' && kindOf(value) === 'date')
    return allowed(fromJson(`${toJson(value)}T00:00:00Z`, type), shape, passes)
  return isOf(value, type) ? allowed(value, shape, passes) : new Unfit('NOT_OF_ITS_TYPE')
}

function listed(items: FeelValue[], shape: Shape, item: FeelType, passes: Passes): FeelValue[] | Unfit {
  const found: FeelValue[] = []
  for (const each of items) {
    const one = fitted(each, shape.items ?? { type: item }, passes)
    if (one instanceof Unfit) return one
    found.push(one)
  }
  return found
}

function entered(
  context: FeelContext,
  shape: Shape,
  types: Record<string, FeelType>,
  passes: Passes
): FeelContext | Unfit {
  const found: FeelContext = new Map(context)
  for (const [name, type] of Object.entries(types)) {
    if (!context.has(name)) return new Unfit('NOT_OF_ITS_TYPE')
    const one = fitted(context.get(name) ?? null, shape.entries?.[name] ?? { type }, passes)
    if (one instanceof Unfit) return one
    found.set(name, one)
  }
  return found
}

const allowed = (value: FeelValue, { allowed: tests }: Shape, passes: Passes): FeelValue | Unfit =>
  !tests || passes(tests, value) ? value : new Unfit('NOT_ALLOWED')

/** Whether tests let a value pass: those of its type, or of a column of a table. */
export const permitted = (
  tests: Expression | null,
  value: FeelValue,
  session: Session,
  sight: Sight
): boolean => !tests || session.evaluate(tests, seeing(sight, [['?', value]])) === true
