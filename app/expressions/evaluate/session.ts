import { LimitReached } from '#expressions/evaluate/limit'
import { weigh } from '#expressions/evaluate/weight'
import type { Functions } from '#expressions/functions'
import type { Match, RegexEngine } from '#expressions/regex/engine'
import { MAX_PATTERN, patternSize } from '#expressions/regex/size'
import type { FeelValue } from '#expressions/values/value'

/** Why a part of an expression came to null. `at` is the offset in the source; the text lies with the diagnostics. */
export interface Warning {
  code: string
  at: number
  params: Record<string, string | number>
}

export interface EvaluationOptions {
  /** The instant that `now()` and `today()` read; without it they are null, with a warning. */
  now?: string
  /** The zone in which it is read; UTC unless told. */
  timeZone?: string
  maxSteps?: number
  /** What several evaluations may take together; each uses up some of it. */
  budget?: Budget
  /** The functions of the document around it. */
  functions?: Functions
}

export interface Budget {
  left: number
}

const MAX_STEPS = 100_000
const MAX_LIST = 10_000
const MAX_TEXT = 20_000
const MAX_WARNINGS = 20

/** One evaluation: its bounds (pure, so replayable), its clock, and what it has to tell. */
export class Session {
  readonly warnings: Warning[] = []
  readonly now: string | null
  readonly timeZone: string
  readonly #budget: Budget

  constructor(
    private readonly regex: RegexEngine,
    readonly options: EvaluationOptions = {}
  ) {
    this.now = options.now ?? null
    this.timeZone = options.timeZone ?? 'UTC'
    this.#budget = options.budget ?? { left: options.maxSteps ?? MAX_STEPS }
  }

  spend(steps: number): void {
    this.#budget.left -= steps
    if (this.#budget.left < 0) throw new LimitReached('TOO_MANY_STEPS', this.options.maxSteps ?? MAX_STEPS)
  }

  /** What is large costs more to look at; a list that is in itself many times over, as often. */
  weigh(value: FeelValue): void {
    weigh(value, (steps) => this.spend(steps))
  }

  /** The matches of a pattern, null where there is no such pattern. Each costs what there is left to look through. */
  search(pattern: string, flags: string, text: string): Iterable<Match> | null {
    const size = patternSize(pattern)
    if (size <= MAX_PATTERN) this.spend(size + ((text.length * size) >> 9))
    const matches = this.regex(pattern, flags)
    return matches && this.#paid(matches(text), text.length, size)
  }

  *#paid(matches: Iterable<Match>, length: number, size: number): Iterable<Match> {
    for (const match of matches) {
      yield match
      this.spend(((length - match.end) * size) >> 9)
    }
  }

  /** Asked before a list or a text of this size is made. */
  allowList(length: number): void {
    if (length > MAX_LIST) throw new LimitReached('LIST_TOO_LONG', MAX_LIST)
  }

  allowText(length: number): void {
    if (length > MAX_TEXT) throw new LimitReached('TEXT_TOO_LONG', MAX_TEXT)
  }

  /** Null, and why. */
  nothing(code: string, at: number, params: Warning['params'] = {}): null {
    if (this.warnings.length < MAX_WARNINGS) this.warnings.push({ code, at, params })
    return null
  }
}
