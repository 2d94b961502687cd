import { RetryIncident } from '#cases/actions/retry_incident'
import { incidentsOfCause } from '#cases/queries/incident_causes'
import type { Actor } from '#cases/types'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'

/** So many at once: what is left is there to be tried again when it is seen how these went. */
export const MOST_AT_ONCE = 500

/**
 * After what was down is up again: all that failed for the same cause is tried again, each in a transaction of its own, with
 * the same reason in its history and in the trail. Answers how many, and how many of them stopped again at once.
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
  }): Promise<Result<{ retried: number; again: number }, 'no_reason' | 'none'>> {
    if (given.reason.trim() === '') return err('no_reason')
    let [retried, again] = [0, 0]
    for (const incidentId of await incidentsOfCause(given.municipalityId, cause, MOST_AT_ONCE)) {
      const done = await new RetryIncident().execute({ ...given, incidentId })
      if (!done.ok) continue
      retried++
      if (done.value.stoppedAgain) again++
    }
    return retried > 0 ? ok({ retried, again }) : err('none')
  }
}
