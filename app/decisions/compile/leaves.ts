import type { Reach } from '#decisions/compile/names'
import type { Place, Report } from '#decisions/compile/report'
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
  constructor(
    readonly report: Report,
    readonly foreign: boolean
  ) {}

  expression(source: string, reach: Reach, place: Place, how: How = {}): Expression | null {
    return this.compiled(source, reach, place, how).expression
  }

  /** The expression, or the code of why there is none. */
  compiled(
    source: string,
    { variables, functions, open = false }: Reach,
    place: Place,
    { tests, expects }: How = {}
  ): { expression: Expression | null; refused?: string } {
    const compiled = compileExpression(source, {
      functions,
      ...(tests && { dialect: 'unaryTests' }),
      ...(this.foreign || open ? { names: variables } : { variables }),
      ...(expects && !this.foreign && { expects }),
    })
    if (compiled.ok) return { expression: compiled.value }
    const found = compiled.error
    this.report.take(
      this.foreign ? found.map((one) => ({ ...one, severity: 'warning' as const })) : found,
      place
    )
    const refused = found.find(({ code }) => REFUSED.includes(code)) ?? found[0]
    return { expression: null, ...(refused && { refused: refused.code }) }
  }
}
