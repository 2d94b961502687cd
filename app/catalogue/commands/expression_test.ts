import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { args } from '@adonisjs/core/ace'
import { ExpressionCommand } from '#catalogue/commands/expression_command'
import { holds, type Trial, tryExpression } from '#expressions/index'

interface Cases {
  title: string
  cases: Trial[]
}

/** `node ace expression:test [folder]`: plays the cases of a folder of JSON files, and says which don't come out. */
export default class ExpressionTest extends ExpressionCommand {
  static override commandName = 'expression:test'
  static override description = 'Play the cases of expressions of a folder'

  @args.string({ description: 'The folder; without it, the cases of the house', required: false })
  declare folder?: string

  override async run() {
    const folder = this.folder ?? this.app.makePath('tests/unit/expressions/cases')
    const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort()
    let count = 0
    for (const file of files) {
      const { title, cases } = JSON.parse(await readFile(join(folder, file), 'utf8')) as Cases
      const bad = cases.map((trial) => this.tellOf(trial)).filter((line) => line !== null)
      if (bad.length) [`${file}: ${title}`, ...bad].forEach((line) => this.logger.log(line))
      count += cases.length
      if (bad.length) this.exitCode = 1
    }
    if (count === 0) {
      this.exitCode = 1
      this.logger.error(this.say('none', { folder }))
    } else if (!this.exitCode) this.logger.success(this.say('good', { count }))
  }

  private tellOf(trial: Trial): string | null {
    const { outcome } = tryExpression(trial)
    if (holds(trial, outcome)) return null
    const { error, result = null, warnings } = trial
    const wanted = error === undefined ? { result, ...(warnings && { warnings }) } : { error }
    const told = { expected: JSON.stringify(wanted), found: JSON.stringify(outcome) }
    return `  ✗ ${trial.expression}\n    ${this.say('differs', told)}`
  }
}
