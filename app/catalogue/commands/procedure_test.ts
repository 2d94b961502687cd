import { flags } from '@adonisjs/core/ace'
import { calendarOfTrial } from '#catalogue/commands/calendar_of_trial'
import { ProcedureCommand } from '#catalogue/commands/procedure_command'
import { tellFindings, tellTrial, tryCatalogue } from '#catalogue/index'

/** `node ace procedure:test [slug]`: plays every golden case and says where it parts from what is expected. */
export default class ProcedureTest extends ProcedureCommand {
  static override commandName = 'procedure:test'
  static override description = 'Play the scenarios of procedures'

  @flags.string({ description: 'The town whose calendar counts' })
  declare town?: string

  override async run() {
    const calendar = await calendarOfTrial(this.town)
    const trials = calendar && (await tryCatalogue(this.folder, { calendar, slug: this.slug }))
    if (!trials?.length) return this.none()
    for (const { place, trial, procedure, diagnostics } of trials) {
      this.print(
        trial
          ? [`${place.pack}/${place.slug}`, ...indented(tellTrial(trial, this.translate))]
          : tellFindings([{ place, procedure, diagnostics }], this.translate)
      )
      if (!trial?.passed) this.exitCode = 1
    }
    this.logger.log(this.say(this.exitCode ? 'failed' : 'passed'))
  }
}

const indented = (lines: string[]) => lines.map((line) => `  ${line}`)
