import { args, flags } from '@adonisjs/core/ace'
import { ExpressionCommand } from '#catalogue/commands/expression_command'
import { oddClock } from '#catalogue/commands/odd_clock'
import type { Diagnostic } from '#core/diagnostic'
import { compileExpression, evaluate, positionOf, scopeFrom, toJson, typesOf } from '#expressions/index'

/** `node ace expression:run '<feel>' --context file.json`: what an expression comes to, and where it came to null. */
export default class ExpressionRun extends ExpressionCommand {
  static override commandName = 'expression:run'
  static override description = 'Evaluate an expression'

  @args.string({ description: 'The expression, in FEEL' })
  declare expression: string

  @flags.string({ description: 'A JSON file with the values of its names' })
  declare context?: string

  @flags.string({ description: 'The instant that now() and today() read' })
  declare now?: string

  @flags.string({ description: 'The zone in which it is read', default: 'Europe/Madrid' })
  declare zone: string

  override async run() {
    const odd = oddClock(this)
    if (odd.length > 0) return this.tell(odd)
    const values = await this.given('context', this.context)
    if (!values) return
    const compiled = compileExpression(this.expression, { names: typesOf(values) })
    if (!compiled.ok) return this.fail(compiled.error)
    const options = { timeZone: this.zone, ...(this.now && { now: this.now }) }
    const { value, warnings } = evaluate(compiled.value, scopeFrom(values), options)
    this.logger.log(JSON.stringify(toJson(value), null, 2))
    this.fail(warnings.map((warning) => ({ ...warning, ...positionOf(this.expression, warning.at) })))
  }

  private fail(problems: Pick<Diagnostic, 'code' | 'params' | 'line' | 'column'>[]): void {
    for (const { code, params, line, column } of problems) {
      this.exitCode = 1
      const [said, mended] = ['problem', 'remedy'].map((part) =>
        this.translate(`expressions.diagnostics.${code}.${part}`, params)
      )
      this.logger.error(`${line}:${column} ${said ?? code} ${mended ?? ''}`)
    }
  }
}
