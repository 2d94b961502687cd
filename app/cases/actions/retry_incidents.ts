import { RetryIncident } from '#cases/actions/retry_incident'
import { incidentsOfCause } from '#cases/queries/incident_causes'
import type { Actor } from '#cases/types'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'

/** So many at once: what is left is there to be tried again when it is seen how these went. */
export const MOST_AT_ONCE = 500

/**
 * After what was down is up again: all that failed for the same cause is tried again, each in a transaction of its own, with
 * the same reason in its history and in the trail. Answers how many.
 */
export class RetryIncidents {
  async execute({
    cause,
    ...given
  }: Moment & {
    municipalityId: string
    cause: string
    actor: Actor
    reason: string
  }): Promise<Result<number, 'no_reason' | 'none'>> {
    if (given.reason.trim() === '') return err('no_reason')
    let retried = 0
    for (const incidentId of await incidentsOfCause(given.municipalityId, cause, MOST_AT_ONCE))
      if ((await new RetryIncident().execute({ ...given, incidentId })).ok) retried++
    return retried > 0 ? ok(retried) : err('none')
  }
}
