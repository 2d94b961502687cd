import type { Json } from '#core/json'
import type { Expression, TypeEnvironment } from '#expressions/index'
import type { Lateness } from '#fees/late_filing'
import type { Unit } from '#fees/units'

/** How an amount is brought to cents; half up, away from zero, unless the ordinance says otherwise. */
export type Rounding = 'half_up' | 'half_even' | 'up' | 'down'

/** What a town says of one thing, from a day on, until what it says next. */
export interface DatedValue {
  from: string
  value: Json
  article?: string
}

/** What expressions know as `town.<name>`: its types, and what holds when. */
export interface TownNames {
  types: TypeEnvironment
  values: Record<string, DatedValue[]>
}

/** One cell in each column of the table's keys; null fits anything. */
export interface Row {
  when: (string | null)[]
  value: string
  article?: string
}

/** Up to an amount, included (`upTo`) or not (`below`); the last has neither. */
export interface Bracket {
  upTo?: string
  below?: string
  value: string
  article?: string
}

/** Rates while they are in force: ISO dates, both included. */
export interface Version {
  from: string
  to?: string | null
  article: string
  value?: string
  rows?: Row[]
  brackets?: Bracket[]
}

export interface TableSource {
  /** A town may fill in its own versions; it must where the pack has none (`required`). */
  seam?: boolean | 'required'
  unit?: Unit
  /** What its figures are for: so many euros for each square metre and month. */
  per?: Unit[]
  /** A decimal, or a table that is looked up by the same keys: what it says on the first day of a rate. */
  minimum?: string
  maximum?: string
  /** What rows are looked up by: FEEL, one for each column. */
  by?: string[]
  /** What brackets measure: FEEL, a number. */
  of?: string
  /** `whole`: the value of the bracket it falls in. `marginal`: each bracket's value times what of it falls in it. */
  mode?: 'whole' | 'marginal'
  versions: Version[]
}

/**
 * One step of the reckoning, in order; it is exactly one of `value`, `charge`, `minimum`, `maximum`, `reduction`,
 * `surcharge`. All but `value` are lines of the fee.
 */
export interface StepSource {
  id: string
  /** Something reckoned on the way; not money due by itself. */
  value?: string
  decimals?: number
  charge?: string
  /** Shown beside a charge; by themselves they change nothing. */
  quantity?: string
  rate?: string
  /** Shown instead of a rate: the charge is so many percent of the quantity, which is an amount. */
  percent?: string
  minimum?: string
  maximum?: string
  /** Percent, of what is due so far or of the charges as they were (`on`). */
  reduction?: string
  surcharge?: string
  on?: 'subtotal' | 'charges'
  when?: string
  rounding?: Rounding
  article?: string
  /** What a value is a number of; of a charge, what its quantity is. */
  unit?: Unit
}

/** `fees.json`, once its shape has been checked (`resources/schemas/fees.json`). */
export interface FeeScheduleSource {
  /** The day whose rates apply (accrual): FEEL, a date; the day of filing unless told. */
  accrual?: string
  /** How long there is to file a self-assessment, from its accrual: FEEL, a text such as `30 working days`. */
  term?: string
  rounding?: Rounding
  tables: Record<string, TableSource>
  steps: StepSource[]
}

export type LineKind = 'charge' | 'minimum' | 'maximum' | 'reduction' | 'surcharge' | 'deduction'

export interface CompiledTable {
  seam: boolean | 'required'
  by: Expression[]
  of: Expression | null
  mode: 'whole' | 'marginal'
  unit: Unit | null
  per: Unit[]
  minimum: string | null
  maximum: string | null
  versions: Version[]
}

export interface CompiledStep {
  id: string
  kind: LineKind | 'value'
  /** What the kind asks for: an amount, a limit, a percentage, a value. */
  expression: Expression
  quantity: Expression | null
  rate: Expression | null
  percent: Expression | null
  decimals: number | null
  on: 'subtotal' | 'charges'
  when: Expression | null
  rounding: Rounding
  article: string | null
  unit: Unit | null
  /** The tables that it reads, itself and by its condition. */
  tables: { always: string[]; whenDue: string[] }
}

/** Plain JSON, to be kept by the digest of its sources. */
export interface FeeSchedule {
  accrual: Expression | null
  term: Expression | null
  tables: Record<string, CompiledTable>
  steps: CompiledStep[]
  town: TownNames
}

/** One line of a fee; amounts and numbers are decimal texts, `amount` with two decimals. */
export interface FeeLine {
  id: string
  kind: LineKind
  quantity: string | null
  /** What the quantity is a number of; lines from before units were told have none. */
  unit?: Unit
  rate: string | null
  percent: string | null
  /** What a percentage or a limit was held against. */
  base: string | null
  amount: string
  article: string | null
}

/** What was reckoned on the way, and by which article. */
export interface Reckoned {
  id: string
  value: string
  /** Values from before units were told have none. */
  unit?: Unit
  article: string | null
}

/** A fee as it was reckoned: the total is the sum of the lines. */
export interface Assessment {
  /** ISO day whose rates apply. */
  accruedOn: string
  values: Reckoned[]
  lines: FeeLine[]
  total: string
  /** Of a self-assessment that was filed after its term. */
  late?: Lateness
  /** The digest of what the town had filled in, where it had; rates of its own are among it. */
  valuesDigest?: string
}

/**
 * Why there is no fee to tell: never a silent zero. `at` is the step or the table. NO_VERSION: no rates in force
 * that day. NO_ROW: none fits. NOTHING: an expression came to null. BELOW_ZERO: more is taken off than is due.
 */
export interface FeeFault {
  code: 'NO_VERSION' | 'NO_ROW' | 'NOTHING' | 'BELOW_ZERO'
  at: string
  params: Record<string, string>
}
