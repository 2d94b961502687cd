import { readFile } from 'node:fs/promises'
import { args, flags } from '@adonisjs/core/ace'
import type { Json } from '#core/json'
import { DecisionCommand } from '#catalogue/commands/decision_command'
import { parseJson } from '#catalogue/domain/parse_json'
import { tellDecided } from '#catalogue/domain/tell_decided'
import { compileModel } from '#catalogue/queries/read_model'
import { type CompiledDecisions, decide } from '#decisions/index'

/** `node ace decision:run <file>`: decides over what a file of JSON gives, and says by which rules. */
export default class DecisionRun extends DecisionCommand {
  static override commandName = 'decision:run'
  static override description = 'Decide by a decision model, and say by which rules'

  @args.string({ description: 'A file of DMN, or a model as JSON' })
  declare file: string

  @flags.string({ description: 'The name of a decision or service; all decisions without it' })
  declare decision?: string

  @flags.string({ description: 'A file of JSON with the inputs by their names' })
  declare input?: string

  @flags.string({
    description: 'The instant of now() and today(), as 2026-01-31T12:00:00Z; this one without it',
  })
  declare now?: string

  override async run() {
    const compiled = await compileModel(this.file)
    const given = await this.#given()
    if (!compiled.ok) return this.tell(compiled.error)
    if (given) this.#decide(compiled.value, given)
  }

  #decide(compiled: CompiledDecisions, given: Record<string, Json>): void {
    const names = this.decision ? [this.decision] : compiled.decisions.map(({ name }) => name)
    const options = { now: this.now ?? new Date().toISOString(), timeZone: 'Europe/Madrid' }
    for (const name of names) {
      const decided = decide(compiled, name, given, options)
      this.print(tellDecided(name, decided, this.translate))
      if (decided.faults.length > 0) this.exitCode = 1
    }
  }

  async #given(): Promise<Record<string, Json> | null> {
    if (!this.input) return {}
    const text = await readFile(this.input, 'utf8').catch(() => null)
    const json = text === null ? null : parseJson(this.input, text)
    if (json?.ok && typeof json.value === 'object' && json.value !== null && !Array.isArray(json.value))
      return json.value as Record<string, Json>
    this.exitCode = 1
    this.logger.error(this.say('noInput', { file: this.input }))
    return null
  }
}
