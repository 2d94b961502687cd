import { type Leaf, isUnread } from '#decisions/compiled'
import type { Reach } from '#decisions/compile/names'
import type { Place, Report } from '#decisions/compile/report'
import { LIMITS } from '#decisions/limits'
import { type Expression, type FeelType, compileExpression } from '#expressions/index'

interface How {
  tests?: boolean
  expects?: FeelType
}

/** What can't be run at all, and is no mere slip: refused by its name in a foreign model, too. */
const REFUSED = ['FUNCTION_DEFINED', 'NOT_SUPPORTED', 'TYPE_UNKNOWN']

/**
 * Compiles the expressions within a model. `foreign`: types aren't judged, and what can't be read is told as a
 * warning and comes to null when it is asked for, as DMN has it.
 */
export class Leaves {
  #text = 0

  constructor(
    readonly report: Report,
    readonly foreign: boolean
  ) {}

  /** The expression; null where it can't be read, which is reported. */
  expression(source: string, reach: Reach, place: Place, how: How = {}): Expression | null {
    const leaf = this.leaf(source, reach, place, how)
    return isUnread(leaf) ? null : leaf
  }

  leaf(
    source: string,
    { variables, functions, open = false }: Reach,
    place: Place,
    { tests, expects }: How = {}
  ): Leaf {
    if (this.#tooMuch(source, place)) return { unread: 'DECISION_TEXT_TOO_LONG' }
    const compiled = compileExpression(source, {
      functions,
      ...(tests && { dialect: 'unaryTests' }),
      ...(this.foreign || open ? { names: variables } : { variables }),
      ...(expects && !this.foreign && { expects }),
    })
    if (compiled.ok) return compiled.value
    const found = compiled.error
    const told = this.foreign ? found.map((one) => ({ ...one, severity: 'warning' as const })) : found
    this.report.take(told, place)
    return { unread: (found.find(({ code }) => REFUSED.includes(code)) ?? found[0])?.code ?? '' }
  }

  #tooMuch(source: string, place: Place): boolean {
    const before = this.#text
    this.#text += source.length
    if (before <= LIMITS.text && this.#text > LIMITS.text)
      this.report.problem('DECISION_TEXT_TOO_LONG', place, { most: LIMITS.text })
    return this.#text > LIMITS.text
  }
}
