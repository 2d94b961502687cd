import type { Json } from '#core/json'
import { err, ok, type Result } from '#core/result'
import { type Calendar, parseTerm } from '#deadlines/index'
import {
  Decimal,
  evaluate,
  type Expression,
  fromJson,
  kindOf,
  scopeFrom,
  toJson,
  type TypeEnvironment,
} from '#expressions/index'
import { inForce } from '#fees/assess/in_force'
import { rounded } from '#fees/assess/in_cents'
import { type Found, lookUp } from '#fees/assess/look_up'
import { type Lateness, lateFiling } from '#fees/late_filing'
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

class Unreckoned extends Error {
  constructor(readonly fault: FeeFault) {
    super(fault.code)
  }
}

const stop = (code: FeeFault['code'], at: string, params: FeeFault['params'] = {}): never => {
  throw new Unreckoned({ code, at, params })
}

class Reckoning {
  readonly #scope
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
    this.#scope = new Map(scopeFrom(answers, types))
    this.#scope.set('filed_on', fromJson(filedOn, 'date'))
    this.#day = filedOn
  }

  run(): Assessment {
    const { accrual, steps, town } = this.fees
    if (accrual) this.#day = this.#text(accrual, 'date', 'accrual')
    this.#scope.set('accrued_on', fromJson(this.#day, 'date'))
    if (Object.keys(town.types).length > 0)
      this.#scope.set('town', fromJson(inForce(town.values, this.#day), { context: town.types }))
    this.#sums()
    for (const step of steps) this.#step(step)
    if (this.#subtotal.isNegative())
      stop('BELOW_ZERO', steps.at(-1)?.id ?? '', { total: this.#subtotal.toFixed(2) })
    const late = this.#late()
    return {
      accruedOn: this.#day,
      values: this.#values,
      lines: this.#lines,
      total: this.#subtotal.toFixed(2),
      ...(late && { late }),
    }
  }

  #late(): Lateness | null {
    const { term: within } = this.fees
    const { filedOn, calendar } = this.circumstances
    if (!within || !calendar) return null
    const text = this.#text(within, 'string', 'term')
    const term = parseTerm(text)
    if (!term.ok) return stop('NOTHING', 'term', { expression: text })
    return lateFiling(term.value, { accruedOn: this.#day, filedOn, calendar })
  }

  #step(step: CompiledStep): void {
    const { id, kind, when, expression, rounding, decimals } = step
    step.tables.always.forEach(this.#table)
    if (when && !this.#holds(when, id)) {
      if (kind === 'value') this.#scope.set(id, null)
      return
    }
    step.tables.whenDue.forEach(this.#table)
    const given = this.#number(expression, id)
    if (kind === 'value') {
      const value = decimals === null ? given : rounded(given, rounding, decimals)
      this.#scope.set(id, value)
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
      base: (line.base ?? (percent && quantity && this.#number(quantity, id)))?.toFixed(2) ?? null,
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
    this.#scope.set('subtotal', this.#subtotal)
    this.#scope.set('charges', this.#charges)
  }

  /** Looks a table up once, when it is first needed. */
  #table = (name: string): void => {
    if (this.#found.has(name)) return
    const table = this.fees.tables[name]!
    const keys = table.by.map((key) => toJson(evaluate(key, this.#scope).value))
    const measure = table.of && this.#number(table.of, name)
    const found = lookUp(name, table, this.#day, { keys, measure })
    if (!found.ok) throw new Unreckoned(found.error)
    this.#found.set(name, found.value)
    this.#scope.set(name, found.value.value)
  }

  /** A step's own article, else that of the rates it reads. */
  #article({ article, tables }: CompiledStep): string | null {
    const read = tables.whenDue.map((name) => this.#found.get(name)!.article)
    return article ?? ([...new Set(read)].join('; ') || null)
  }

  #holds(expression: Expression, at: string): boolean {
    const { value } = evaluate(expression, this.#scope)
    return typeof value === 'boolean' ? value : stop('NOTHING', at, { expression: expression.source })
  }

  #number(expression: Expression, at: string): Decimal {
    const { value } = evaluate(expression, this.#scope)
    return kindOf(value) === 'number'
      ? (value as Decimal)
      : stop('NOTHING', at, { expression: expression.source })
  }

  #text(expression: Expression, kind: string, at: string): string {
    const { value } = evaluate(expression, this.#scope)
    return kindOf(value) === kind
      ? String(toJson(value))
      : stop('NOTHING', at, { expression: expression.source })
  }

  #shown = (expression: Expression | null, at: string): string | null =>
    expression && this.#number(expression, at).toFixed()
}
