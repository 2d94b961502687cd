import { args } from '@adonisjs/core/ace'
import { DecisionCommand } from '#catalogue/commands/decision_command'
import { compileModel } from '#catalogue/queries/read_model'

/** `node ace decision:lint <file>`: what is wrong with a decision model, and what of its tables should be looked at. */
export default class DecisionLint extends DecisionCommand {
  static override commandName = 'decision:lint'
  static override description = 'Check a decision model: types, gaps, overlaps, rules that never decide'

  @args.string({ description: 'A file of DMN, or a model as JSON' })
  declare file: string

  override async run() {
    const compiled = await compileModel(this.file)
    if (!compiled.ok) return this.tell(compiled.error)
    const { decisions, warnings } = compiled.value
    this.tell(warnings)
    const counts = { decisions: decisions.length, findings: warnings.length }
    if (warnings.length > 0) this.logger.log(this.say('findings', counts))
    else this.logger.success(this.say('good', counts))
  }
}
