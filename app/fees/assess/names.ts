import type { Json } from '#core/json'
import {
  type Decimal,
  evaluate,
  type Expression,
  fromJson,
  kindOf,
  scopeFrom,
  toJson,
  type TypeEnvironment,
  type FeelValue,
} from '#expressions/index'
import { stop } from '#fees/assess/unreckoned'

/** What the expressions of a fee know by name, and what they come to by it. What comes to nothing stops the reckoning. */
export class Names {
  readonly #scope

  constructor(answers: Record<string, Json>, types: TypeEnvironment) {
    this.#scope = new Map(scopeFrom(answers, types))
  }

  set(name: string, value: FeelValue): void {
    this.#scope.set(name, value)
  }

  setDay(name: string, iso: string): void {
    this.set(name, fromJson(iso, 'date'))
  }

  value(expression: Expression): FeelValue {
    return evaluate(expression, this.#scope).value
  }

  holds(expression: Expression, at: string): boolean {
    const value = this.value(expression)
    return typeof value === 'boolean' ? value : nothing(expression, at)
  }

  number(expression: Expression, at: string): Decimal {
    const value = this.value(expression)
    return kindOf(value) === 'number' ? (value as Decimal) : nothing(expression, at)
  }

  text(expression: Expression, kind: string, at: string): string {
    const value = this.value(expression)
    return kindOf(value) === kind ? String(toJson(value)) : nothing(expression, at)
  }
}

const nothing = ({ source }: Expression, at: string): never => stop('NOTHING', at, { expression: source })
