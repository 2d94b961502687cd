import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { args } from '@adonisjs/core/ace'
import { type Diagnostic, problem } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { type Result, err, ok } from '#core/result'
import { ExpressionCommand } from '#catalogue/commands/expression_command'
import { readValues } from '#catalogue/queries/read_json_file'
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
      const read = await readCases(join(folder, file))
      if (!read.ok) {
        this.tell(read.error)
        continue
      }
      const { title, cases } = read.value
      const bad = cases.map((trial) => this.tellOf(trial)).filter((line) => line !== null)
      if (bad.length) [`${file}: ${title}`, ...bad].forEach((line) => this.logger.log(line))
      count += cases.length
      if (bad.length) this.exitCode = 1
    }
    if (this.exitCode) return
    if (count > 0) return this.logger.success(this.say('good', { count }))
    this.exitCode = 1
    this.logger.error(this.say('none', { folder }))
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

async function readCases(path: string): Promise<Result<Cases, Diagnostic[]>> {
  const read = await readValues(path)
  if (!read.ok) return read
  const { title = '', cases } = read.value as Partial<Record<string, any>>
  const lacks = (property: string, pointer = '') =>
    err([problem('PROPERTY_MISSING', { file: basename(path), pointer, params: { property } })])
  if (!Array.isArray(cases)) return lacks('cases')
  const odd = cases.findIndex((one) => typeof one?.expression !== 'string')
  return odd < 0 ? ok({ title, cases }) : lacks('expression', pointerTo('cases', odd))
}
