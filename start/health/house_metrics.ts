import type { Family } from '#core/metrics'
import type { HouseState } from '#start/health/house_state'
import { isReady, readinessOf } from '#start/health/readiness'

const one = (name: string, help: string, value: number): Family => ({
  name,
  help,
  type: 'gauge',
  samples: [{ value }],
})

const secondsSince = (now: Date, then: Date | null) =>
  then ? Math.max(0, (now.getTime() - then.getTime()) / 1000) : 0

/** What the database tells of the house, the same whichever process is asked. */
export function houseMetrics(state: HouseState | null): Family[] {
  const ready = one('finestra_ready', 'Whether people can be served', isReady(readinessOf(state)) ? 1 : 0)
  if (!state) return [ready]
  const { askedAt } = state
  const seen = state.workerSeenAt
  return [
    ready,
    one('finestra_jobs_due', 'Work whose time has come and that nobody holds', state.jobsDue),
    one(
      'finestra_jobs_oldest_due_seconds',
      'How long the oldest of it has waited',
      secondsSince(askedAt, state.oldestDueAt)
    ),
    one('finestra_incidents_open', 'What failed and waits for a person', state.incidentsOpen),
    one('finestra_migrations_pending', 'Migrations that the database has not seen', state.pending.length),
    ...(seen
      ? [one('finestra_worker_seen_seconds', 'Since when no worker was seen', secondsSince(askedAt, seen))]
      : []),
  ]
}
