import type { Json } from '#core/json'
import { err, ok, type Result } from '#core/result'
import type { Calendar } from '#deadlines/index'
import { Decimal, type Expression, fromJson, toJson, type TypeEnvironment } from '#expressions/index'
import { inForce } from '#fees/assess/in_force'
import { rounded } from '#fees/assess/in_cents'
import { lateness } from '#fees/assess/lateness'
import { type Found, lookUp } from '#fees/assess/look_up'
import { Names } from '#fees/assess/names'
import { stop, Unreckoned } from '#fees/assess/unreckoned'
import type { Assessment, FeeSchedule, CompiledStep, FeeFault, FeeLine, Reckoned } from '#fees/types'

/** What a fee is reckoned from. */
export interface Circumstances {
  answers: Record<string, Json>
  /** How the form reads them. */
  types: TypeEnvironment
  /** The day of filing in the town, ISO. */
  filedOn: string
  /** With it, how a self-assessment stands with its term to file is told. */
  calendar?: Calendar
}

/** Reckons a fee, line by line. Pure: the same answers and day give the same lines. */
export function assess(fees: FeeSchedule, circumstances: Circumstances): Result<Assessment, FeeFault> {
  try {
    return ok(new Reckoning(fees, circumstances).run())
  } catch (error) {
    if (error instanceof Unreckoned) return err(error.fault)
    throw error
  }
}

class Reckoning {
  readonly #names: Names
  readonly #values: Reckoned[] = []
  readonly #lines: FeeLine[] = []
  readonly #found = new Map<string, Found>()
  #subtotal = new Decimal(0)
  #charges = new Decimal(0)
  #day: string

  constructor(
    readonly fees: FeeSchedule,
    readonly circumstances: Circumstances
  ) {
    const { answers, types, filedOn } = circumstances
    this.#names = new Names(answers, types)
    this.#names.setDay('filed_on', filedOn)
    this.#day = filedOn
  }

  run(): Assessment {
    const { accrual, steps, town } = this.fees
    if (accrual) this.#day = this.#names.text(accrual, 'date', 'accrual')
    this.#names.setDay('accrued_on', this.#day)
    if (Object.keys(town.types).length > 0)
      this.#names.set('town', fromJson(inForce(town.values, this.#day), { context: town.types }))
    this.#sums()
    for (const step of steps) this.#step(step)
    if (this.#subtotal.isNegative())
      stop('BELOW_ZERO', steps.at(-1)?.id ?? '', { total: this.#subtotal.toFixed(2) })
    const { filedOn, calendar } = this.circumstances
    const late = lateness(this.fees, this.#names, { accruedOn: this.#day, filedOn, calendar })
    return {
      accruedOn: this.#day,
      values: this.#values,
      lines: this.#lines,
      total: this.#subtotal.toFixed(2),
      ...(late && { late }),
    }
  }

  #step(step: CompiledStep): void {
    const { id, kind, when, expression, rounding, decimals } = step
    step.tables.always.forEach(this.#table)
    if (when && !this.#names.holds(when, id)) {
      if (kind === 'value') this.#names.set(id, null)
      return
    }
    step.tables.whenDue.forEach(this.#table)
    const given = this.#names.number(expression, id)
    if (kind === 'value') {
      const value = decimals === null ? given : rounded(given, rounding, decimals)
      this.#names.set(id, value)
      this.#values.push({
        id,
        value: value.toFixed(),
        ...(step.unit && { unit: step.unit }),
        article: this.#article(step),
      })
      return
    }
    const line = this.#line(step, given)
    if (!line) return
    // What is left is what is rounded (half a cent in favour of nobody), and the line is the difference.
    const amount = rounded(this.#subtotal.plus(line.amount), rounding).minus(this.#subtotal)
    const { quantity, rate, percent } = step
    this.#lines.push({
      id,
      kind,
      quantity: percent ? null : this.#shown(quantity, id),
      ...(step.unit && { unit: step.unit }),
      rate: this.#shown(rate, id),
      percent: kind === 'reduction' || kind === 'surcharge' ? given.toFixed() : this.#shown(percent, id),
      base: (line.base ?? (percent && quantity && this.#names.number(quantity, id)))?.toFixed(2) ?? null,
      amount: amount.toFixed(2),
      article: this.#article(step),
    })
    this.#subtotal = this.#subtotal.plus(amount)
    if (kind === 'charge') this.#charges = this.#charges.plus(amount)
    this.#sums()
  }

  /** What a line adds, and what it was held against; null where a limit is not reached. */
  #line({ kind, on }: CompiledStep, given: Decimal): { amount: Decimal; base?: Decimal } | null {
    const due = this.#subtotal
    switch (kind) {
      case 'minimum':
        return due.lessThan(given) ? { amount: given.minus(due), base: given } : null
      case 'maximum':
        return due.greaterThan(given) ? { amount: given.minus(due), base: given } : null
      case 'reduction':
      case 'surcharge': {
        const base = on === 'charges' ? this.#charges : due
        const part = base.times(given).dividedBy(100)
        return { amount: kind === 'reduction' ? part.negated() : part, base }
      }
      default:
        return { amount: given }
    }
  }

  #sums(): void {
    this.#names.set('subtotal', this.#subtotal)
    this.#names.set('charges', this.#charges)
  }

  /** Looks a table up once, when it is first needed. */
  #table = (name: string): void => {
    if (this.#found.has(name)) return
    const table = this.fees.tables[name]!
    const keys = table.by.map((key) => toJson(this.#names.value(key)))
    const measure = table.of && this.#names.number(table.of, name)
    const found = lookUp(name, table, this.#day, { keys, measure })
    if (!found.ok) throw new Unreckoned(found.error)
    this.#found.set(name, found.value)
    this.#names.set(name, found.value.value)
  }

  /** A step's own article, else that of the rates it reads. */
  #article({ article, tables }: CompiledStep): string | null {
    const read = tables.whenDue.map((name) => this.#found.get(name)!.article)
    return article ?? ([...new Set(read)].join('; ') || null)
  }

  #shown = (expression: Expression | null, at: string): string | null =>
    expression && this.#names.number(expression, at).toFixed()
}
