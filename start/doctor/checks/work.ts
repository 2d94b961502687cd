import { fails, warns, well, type Finding } from '#start/doctor/finding'
import { houseState } from '#start/health/house_state'
import { readinessOf } from '#start/health/readiness'

const PATIENCE_MS = 3000

const minutes = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 60_000)

export async function lookAtWeb({ host, port }: { host: string; port: number }): Promise<Finding[]> {
  const name = ['0.0.0.0', '::', '127.0.0.1'].includes(host) ? '127.0.0.1' : host
  const url = `http://${name.includes(':') ? `[${name}]` : name}:${port}/health/live`
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null)
  return answer?.ok
    ? [well('Web', `answers at port ${port}`)]
    : [
        fails(
          'Web',
          `nobody answers at ${url}`,
          'Start the house: npm start; see logs/web.log where it does not come up.'
        ),
      ]
}

export async function lookAtWork(): Promise<Finding[]> {
  const state = await houseState()
  const checks = readinessOf(state)
  const { askedAt, workerSeenAt, jobsDue, oldestDueAt, incidentsOpen } = state
  return [
    checks['worker'] === 'ok'
      ? well('Worker', 'it is there')
      : fails(
          'Worker',
          workerSeenAt ? `not seen for ${minutes(workerSeenAt, askedAt)} minutes` : 'never seen',
          'Start the house, or node ace worker beside it; see logs/worker.log.'
        ),
    checks['work'] === 'ok'
      ? well('Work', `${jobsDue} due`)
      : warns(
          'Work',
          `${jobsDue} due, the oldest for ${minutes(oldestDueAt!, askedAt)} minutes`,
          'See logs/worker.log; where there is much to do, start another node ace worker.'
        ),
    incidentsOpen === 0
      ? well('Incidents', 'none')
      : warns(
          'Incidents',
          `${incidentsOpen} open`,
          'Have an administrator of the town look at them at the desk.'
        ),
  ]
}
