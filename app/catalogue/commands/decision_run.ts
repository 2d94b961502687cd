import { args, flags } from '@adonisjs/core/ace'
import type { Json } from '#core/json'
import { DecisionCommand } from '#catalogue/commands/decision_command'
import { oddClock } from '#catalogue/commands/odd_clock'
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
    const odd = oddClock(this)
    if (odd.length > 0) return this.tell(odd)
    const compiled = await compileModel(this.file)
    const given = await this.given('input', this.input)
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
}
