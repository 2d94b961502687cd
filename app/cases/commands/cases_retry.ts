import { args, flags } from '@adonisjs/core/ace'
import { SYSTEM } from '#audit/types'
import { RetryIncident } from '#cases/actions/retry_incident'
import { RetryIncidents } from '#cases/actions/retry_incidents'
import { TownsCommand } from '#cases/commands/towns_command'
import { isUuid } from '#core/ids'

/** `node ace cases:retry <town> <incident or cause> --reason=...`: has one incident, or all of a cause, tried again. */
export default class CasesRetry extends TownsCommand {
  static override commandName = 'cases:retry'
  static override description = 'Have an incident, or all that failed for the same cause, tried again'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({
    description: 'The id of an incident, or the cause that several have (cases:incidents --json)',
  })
  declare incident: string

  @flags.string({ description: 'Why it may work now: kept in the history and in the audit trail' })
  declare reason?: string

  override async run() {
    const [town] = await this.chosen(this.town)
    if (!town) return
    const given = { municipalityId: town.id, actor: SYSTEM, reason: this.reason ?? '', at: new Date() }
    const done = isUuid(this.incident)
      ? await new RetryIncident().execute({ ...given, incidentId: this.incident })
      : await new RetryIncidents().execute({ ...given, cause: this.incident })
    if (!done.ok) return this.refuse(REFUSALS[done.error])
    const { retried, again } =
      'retried' in done.value ? done.value : { retried: 1, again: done.value.stoppedAgain ? 1 : 0 }
    if (again > 0) this.logger.warning(`${again} stopped again at once: cases:incidents says where`)
    if (retried > again) this.logger.success(`${retried - again} will be tried again`)
  }
}

const REFUSALS = {
  no_reason: 'say why it may work now: --reason="..."',
  not_found: 'the town has no such incident',
  already_resolved: 'it was settled already',
  none: 'nothing waits for that cause',
  frozen: 'what was filed is not corrected here',
}
