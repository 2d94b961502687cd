import { args, flags } from '@adonisjs/core/ace'
import { modelApart } from '#catalogue/apart/model_apart'
import { DecisionCommand } from '#catalogue/commands/decision_command'
import { oddClock } from '#catalogue/commands/odd_clock'
import { tellDecided } from '#catalogue/domain/tell_decided'

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
    const given = await this.given('input', this.input)
    if (!given) return
    const options = { now: this.now ?? new Date().toISOString(), timeZone: 'Europe/Madrid' }
    const decided = await modelApart('run', this.file, { name: this.decision, given, ...options })
    if (!decided.ok) return this.tell(decided.error)
    for (const one of decided.value) {
      this.print(tellDecided(one, this.translate))
      if (one.faults.length > 0) this.exitCode = 1
    }
  }
}
