import type { HouseState } from '#start/health/house_state'

export type Verdict = 'ok' | 'warn' | 'fail'

/** A worker says every quarter of a minute that it is there. */
const WORKER_SILENT_MS = 60_000
const WORK_LATE_MS = 300_000

const ageAt = (now: Date, then: Date | null) => (then ? now.getTime() - then.getTime() : Infinity)

/** Whether people can be served (`fail` where not), and what will stand in the way if nobody sees to it (`warn`). */
export function readinessOf(state: HouseState | null): Record<string, Verdict> {
  if (!state) return { database: 'fail' }
  const year = state.askedAt.getUTCFullYear()
  const ahead = state.partitionsUntil - year
  const late = state.oldestDueAt !== null && ageAt(state.askedAt, state.oldestDueAt) > WORK_LATE_MS
  return {
    database: 'ok',
    migrations: state.pending.length === 0 ? 'ok' : 'fail',
    partitions: ahead < 0 ? 'fail' : ahead < 2 ? 'warn' : 'ok',
    worker: ageAt(state.askedAt, state.workerSeenAt) > WORKER_SILENT_MS ? 'warn' : 'ok',
    work: late ? 'warn' : 'ok',
    calendars: state.calendarsLacking === 0 ? 'ok' : 'warn',
    incidents: state.incidentsOpen === 0 ? 'ok' : 'warn',
  }
}

export const isReady = (checks: Record<string, Verdict>) => !Object.values(checks).includes('fail')
