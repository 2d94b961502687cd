import { args } from '@adonisjs/core/ace'
import { DecisionCommand } from '#catalogue/commands/decision_command'
import { modelApart } from '#catalogue/apart/model_apart'

/** `node ace decision:lint <file>`: what is wrong with a decision model, and what of its tables should be looked at. */
export default class DecisionLint extends DecisionCommand {
  static override commandName = 'decision:lint'
  static override description = 'Check a decision model: types, gaps, overlaps, rules that never decide'

  @args.string({ description: 'A file of DMN, or a model as JSON' })
  declare file: string

  override async run() {
    const linted = await modelApart('lint', this.file)
    if (!linted.ok) return this.tell(linted.error)
    const { decisions, warnings } = linted.value
    this.tell(warnings)
    const counts = { decisions, findings: warnings.length }
    if (warnings.length > 0) this.logger.log(this.say('findings', counts))
    else this.logger.success(this.say('good', counts))
  }
}
