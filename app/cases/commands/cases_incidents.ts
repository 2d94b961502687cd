import { flags } from '@adonisjs/core/ace'
import { TownsCommand } from '#cases/commands/towns_command'
import { incidentCounts } from '#cases/queries/incident_causes'
import { incidentsWithCases } from '#cases/queries/incidents_with_cases'

const SHOWN = 200

/** `node ace cases:incidents`: what has failed and waits for somebody, town by town; exits with 1 where there is any. */
export default class CasesIncidents extends TownsCommand {
  static override commandName = 'cases:incidents'
  static override description = 'List what has failed and waits for somebody to mend it'

  @flags.string({ description: 'The slug of one town; all of them without it' })
  declare town?: string

  @flags.string({ description: 'Only those of one kind, such as activity_failed or job_failed' })
  declare code?: string

  @flags.boolean({ description: 'One line of JSON each, for programs' })
  declare json: boolean

  override async run() {
    let open = 0
    for (const { id, slug } of await this.chosen(this.town)) {
      open += (await incidentCounts(id)).open
      for (const incident of await incidentsWithCases(id, { code: this.code ?? null, limit: SHOWN })) {
        const { id: incidentId, code, element, detail, entryNumber: number, openedAt, cause } = incident
        const line = { town: slug, id: incidentId, code, case: number, element, detail, openedAt, cause }
        if (this.json) console.log(JSON.stringify(line))
        else
          this.logger.log(
            `${incidentId}  ${slug}  ${openedAt.toISOString()}  ${code}  ${number ?? '-'}  ${element}: ${detail.slice(0, 200)}`
          )
      }
    }
    if (!this.json) this.logger.info(`${open} incidents wait`)
    if (open > 0) this.exitCode = 1
  }
}
