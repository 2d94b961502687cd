import type { Json } from '#core/json'
import type { ByName } from '#decisions/decide/called'
import { type Leaf, isUnread } from '#decisions/compiled'
import { MOST_STEPS } from '#decisions/limits'
import { type Budget, type FeelContext, type FeelValue, type Warning, evaluate } from '#expressions/index'

/** The clock is handed in: the instant of `now()` and `today()`, read in the zone of the town. */
export interface DecideOptions {
  now?: string
  timeZone?: string
  maxSteps?: number
  /** What it may take together with what else goes on; it uses up some of it. */
  budget?: Budget
}

/** Why there is no value that could be used: of which element, by a code. */
export interface Fault {
  code: FaultCode
  of: string
  params: Record<string, string | number>
}

export type FaultCode =
  | 'NO_RULE'
  | 'SEVERAL_RULES'
  | 'RULES_DISAGREE'
  | 'NOT_AGGREGATED'
  | 'NOT_ALLOWED'
  | 'NOT_OF_ITS_TYPE'
  | 'NOT_READ'
  | 'NOTHING_DECIDED'
  | 'TOO_MUCH'

/** Which rules of a table took the input, and which of them gave its value. */
export interface Why {
  of: string
  hit: string
  matched: string[]
  gave: string[]
  value: Json
}

/** The names that a piece of logic sees. */
export interface Sight {
  scope: FeelContext
  functions: ReadonlyMap<string, ByName>
  /** The decision or knowledge it is part of. */
  of: string
}

/** The same, with nearer names. */
export const seeing = (sight: Sight, more: readonly (readonly [string, FeelValue])[]): Sight => ({
  ...sight,
  scope: new Map([...sight.scope, ...more]),
})

/** What an expression says that does or makes too much. */
const LIMITS = ['TOO_MANY_STEPS', 'LIST_TOO_LONG', 'TEXT_TOO_LONG', 'VALUE_TOO_DEEP']
const MOST_WARNINGS = 50
const MOST_WHY = 200
const MOST_FAULTS = 50

/** One decision under way, with all that it requires. */
export class Session {
  readonly warnings: (Warning & { of: string })[] = []
  readonly faults: Fault[] = []
  readonly why: Why[] = []
  readonly #budget: Budget

  constructor(private readonly options: DecideOptions) {
    this.#budget = options.budget ?? { left: options.maxSteps ?? MOST_STEPS }
  }

  /** Nothing is worked out any more. */
  get spent(): boolean {
    return this.#budget.left < 0
  }

  spend(steps: number): void {
    this.#budget.left -= steps
  }

  evaluate(leaf: Leaf, { scope, functions, of }: Sight): FeelValue {
    if (isUnread(leaf)) return this.fault('NOT_READ', of, { text: leaf.unread })
    if (this.spent) return this.exhausted(of)
    const { now, timeZone } = this.options
    const { value, warnings } = evaluate(leaf, scope, {
      now,
      timeZone,
      functions,
      budget: this.#budget,
    })
    for (const warning of warnings)
      if (this.warnings.length < MOST_WARNINGS) this.warnings.push({ ...warning, of })
    return this.spent || warnings.some(({ code }) => LIMITS.includes(code)) ? this.exhausted(of) : value
  }

  exhausted(of: string): null {
    if (this.faults.some(({ code }) => code === 'TOO_MUCH')) return null
    return this.fault('TOO_MUCH', of)
  }

  fault(code: FaultCode, of: string, params: Fault['params'] = {}): null {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ code, of, params })
    return null
  }

  because(why: Why): void {
    if (this.why.length < MOST_WHY) this.why.push(why)
  }
}
