import { flags } from '@adonisjs/core/ace'
import { calendarOfTrial } from '#catalogue/commands/calendar_of_trial'
import { ProcedureCommand } from '#catalogue/commands/procedure_command'
import {
  type CompiledProcedure,
  type Finding,
  type Trial,
  tellCoverage,
  tellFindings,
  tellTrial,
  tryCatalogue,
} from '#catalogue/index'

/** `node ace procedure:test [slug]`: plays every golden case and says where it parts from what is expected. */
export default class ProcedureTest extends ProcedureCommand {
  static override commandName = 'procedure:test'
  static override description = 'Play the scenarios of procedures'

  @flags.string({ description: 'The town whose calendar counts' })
  declare town?: string

  @flags.boolean({ description: 'Which branches the cases take, and how to take those that none does' })
  declare coverage: boolean

  @flags.number({ description: 'Fail where fewer percent of the branches are taken' })
  declare min?: number

  @flags.boolean({ description: 'Give the coverage as JSON' })
  declare json: boolean

  override async run() {
    const calendar = await calendarOfTrial(this.town)
    const trials = calendar && (await tryCatalogue(this.folder, { calendar, slug: this.slug }))
    if (!trials?.length) return this.none()
    for (const { place, trial, procedure, diagnostics } of trials) {
      if (!this.json)
        this.print(
          trial
            ? [`${place.pack}/${place.slug}`, ...indented(tellTrial(trial, this.translate))]
            : tellFindings([{ place, procedure, diagnostics }], this.translate)
        )
      if (!trial?.passed) this.exitCode = 1
      if (trial && procedure) this.cover(procedure, trial)
    }
    if (this.json) this.logger.log(JSON.stringify(trials.map(jsonOf), null, 2))
    else this.logger.log(this.say(this.exitCode ? 'failed' : 'passed'))
  }

  private cover(procedure: CompiledProcedure, { coverage }: Trial) {
    if (this.coverage && !this.json) this.print(indented(tellCoverage(this.tale(procedure), coverage)))
    const { percent } = coverage
    if (this.min === undefined || percent >= this.min) return
    this.exitCode = 1
    this.logger.error(this.say('coverage.tooLow', { slug: procedure.slug, percent, least: this.min }))
  }
}

const indented = (lines: string[]) => lines.map((line) => `  ${line}`)

/** Per procedure: whether its cases pass, and each branch with those that take it. */
const jsonOf = ({ place: { pack, slug }, trial }: Finding & { trial: Trial | null }) => ({
  pack,
  slug,
  passed: trial?.passed ?? false,
  coverage: trial?.coverage ?? null,
})
