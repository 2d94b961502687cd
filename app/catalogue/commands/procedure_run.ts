import { args, flags } from '@adonisjs/core/ace'
import { calendarOfTrial } from '#catalogue/commands/calendar_of_trial'
import { ProcedureCommand } from '#catalogue/commands/procedure_command'
import {
  calledBy,
  lint,
  shortPath,
  simulate,
  tellFindings,
  tellObstacle,
  tellPath,
  tellTimeline,
  tellUnloaded,
  type CompiledProcedure,
  type Simulation,
} from '#catalogue/index'

/** `node ace procedure:run <slug> [scenario]`: plays one scenario and tells the case as it went. */
export default class ProcedureRun extends ProcedureCommand {
  static override commandName = 'procedure:run'
  static override description = 'Play one scenario of a procedure and tell its case'

  @args.string({ description: 'The scenario; without it, their names', required: false })
  declare scenario?: string

  @flags.string({ description: 'The town whose calendar counts' })
  declare town?: string

  @flags.boolean({ description: 'Tell it moment by moment: what happened, what followed, and why' })
  declare trace: boolean

  @flags.boolean({ description: 'Give all of it as JSON' })
  declare json: boolean

  override async run() {
    const calendar = await calendarOfTrial(this.town)
    const findings = this.slug ? await lint(this.folder, this.slug) : []
    const [finding] = findings
    const procedure = finding?.procedure
    if (!calendar || !finding) return this.none()
    if (!procedure) {
      this.exitCode = 1
      return this.print(tellFindings(findings, this.translate))
    }
    const golden = procedure.scenarios[this.scenario ?? '']
    if (!golden) {
      if (this.scenario) {
        this.exitCode = 1
        this.logger.error(this.say('noScenario', { scenario: this.scenario }))
      }
      this.print(
        Object.entries(procedure.scenarios).map(
          ([id, { title }]) => `${id}  ${title[this.lang as 'en'] ?? title.en}`
        )
      )
      return
    }
    const simulation = simulate(procedure, golden, {
      calendar,
      procedures: await calledBy(this.folder, findings),
    })
    if (this.json) this.logger.log(JSON.stringify(simulation, null, 2))
    else if (this.trace) this.print(tellTimeline(this.tale(procedure), simulation, calendar.timeZone))
    if (!this.json) this.print(this.told(procedure, simulation))
    if (simulation.obstacles.length > 0) this.exitCode = 1
  }

  private told(procedure: CompiledProcedure, simulation: Simulation): string[] {
    const line = (id: string, value: string | number) => `${this.say(`case.${id}`)}: ${value}`
    return [
      ...(this.trace ? [] : shortPath(tellPath(this.tale(procedure), simulation)).map((name) => `  ${name}`)),
      line('phases', simulation.phases.join(', ')),
      line('documents', simulation.documents.join(', ')),
      line('entries', simulation.entries.join(', ')),
      line('notifications', simulation.notifications),
      line('outcome', simulation.outcome ?? '-'),
      ...tellUnloaded(simulation, this.translate),
      ...simulation.obstacles.map((one) => `✗ ${tellObstacle(one, this.translate)}`),
    ]
  }
}
