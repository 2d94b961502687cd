import {
  type Expression,
  type FeelType,
  type FeelValue,
  Decimal,
  compare,
  compileExpression,
  evaluate,
  kindOf,
  toJson,
} from '#expressions/index'

/**
 * The values of an input in slots: within one, every cell of the column says the same. Each slot is a sample of it.
 * Null when nothing is known of what the input may be.
 */
export function slotsOf(
  type: FeelType,
  compared: readonly FeelValue[],
  allowed: Expression | null
): FeelValue[] | null {
  const kinds = new Set(compared.filter((value) => value !== null).map(kindOf))
  const kind = type === 'any' ? (kinds.size === 1 ? [...kinds][0] : undefined) : type
  const found = kind === undefined ? null : (SLOTS[String(kind)]?.(distinctOf(compared)) ?? null)
  if (!found) return null
  const whole = compared.includes(null) ? [...found, null] : found
  return allowed ? whole.filter((sample) => passes(allowed, sample)) : whole
}

/** Whether a test over the input alone lets a value pass. */
export const passes = (test: Expression, value: FeelValue): boolean =>
  evaluate(test, new Map([['?', value]])).value === true

type Slots = (compared: FeelValue[]) => FeelValue[]

const SLOTS: Record<string, Slots> = {
  boolean: () => [true, false],
  string: (compared) => [...compared, another(compared)],
  number: (compared) =>
    between(
      compared,
      (a, b) => (a as Decimal).plus(b as Decimal).div(2),
      (a) => (a as Decimal).minus(1),
      (b) => (b as Decimal).plus(1)
    ),
  date: (compared) =>
    between(
      compared,
      dayAfter,
      (a) => moved(a, -1),
      (b) => moved(b, 1)
    ),
}

const distinctOf = (values: readonly FeelValue[]): FeelValue[] =>
  [...new Map(values.flatMap((value) => (value === null ? [] : [[toJson(value), value]]))).values()].sort(
    (a, b) => compare(a, b) ?? 0
  )

/** Each value, what lies between two, and what lies beyond them. */
function between(
  ends: FeelValue[],
  middle: (a: FeelValue, b: FeelValue) => FeelValue,
  before: (first: FeelValue) => FeelValue,
  after: (last: FeelValue) => FeelValue
): FeelValue[] {
  const [first, last] = [ends[0], ends.at(-1)]
  if (first === undefined || last === undefined) return []
  const inner = ends.flatMap((end, index) => {
    const next = ends[index + 1]
    const sample = next === undefined ? null : middle(end, next)
    return sample === null ? [end] : [end, sample]
  })
  return [before(first), ...inner, after(last)].filter((sample) => sample !== null)
}

const MOVE = compileExpression('day + days * duration("P1D")')

const moved = (day: FeelValue, days: number): FeelValue =>
  MOVE.ok
    ? evaluate(
        MOVE.value,
        new Map<string, FeelValue>([
          ['day', day],
          ['days', new Decimal(days)],
        ])
      ).value
    : null

/** The day after the one, when it is not the other already. */
function dayAfter(one: FeelValue, other: FeelValue): FeelValue {
  const next = moved(one, 1)
  return next !== null && compare(next, other) === -1 ? next : null
}

/** A text that no cell names. */
function another(texts: readonly FeelValue[]): string {
  let text = '…'
  while (texts.includes(text)) text += '…'
  return text
}
