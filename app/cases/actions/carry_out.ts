import {
  changeVersion,
  receipt,
  type VersionChange,
  type VersionOutcome,
} from '#cases/actions/change_version'
import { restoreVersion } from '#cases/actions/restore_version'
import { endMigration } from '#cases/actions/stop_migration'
import { unseenCases } from '#cases/queries/migration_cases'
import { planById, routeOfPlan } from '#cases/queries/migration_plans'
import { isRunning, type Run, runById } from '#cases/queries/migration_runs'
import { caseAsItStands } from '#cases/queries/locked_case'
import type { Actor } from '#cases/types'
import { failpoint } from '#core/failpoint'
import { NIL } from '#core/ids'
import type { Moment } from '#core/jobs/types'
import { inTown } from '#tenancy/town_transaction'

/** How far a run has come: whether there is more to do, and how many cases somebody else has just now. */
export interface Progress {
  state: 'running' | 'stopped' | 'done'
  tried: number
  busy: number
}

export interface Batch extends Moment {
  /** How many cases at most. */
  most: number
  /** Cases that somebody has are waited for no longer: they stay. */
  lastCall?: boolean
}

/**
 * Goes on with a run: some cases, each in a transaction of its own. Whatever stops it in the middle, it goes on where it was,
 * and two that do so at once do each case once. What somebody works on is left for later.
 */
export async function carryOut(
  municipalityId: string,
  runId: string,
  { most, lastCall = false, ...moment }: Batch
): Promise<Progress> {
  const run = await runById(municipalityId, runId)
  const plan = run && (await planById(municipalityId, run.planId))
  if (!run || !plan) return { state: 'done', tried: 0, busy: 0 }
  if (run.state !== 'running') return { state: run.state, tried: 0, busy: 0 }
  const route = await routeOfPlan(plan)
  const actor = actorOf(run)
  const given: VersionChange = { ...moment, route, runId, actor, reviewed: run.stage.reviewed ?? false }
  const room = (run.stage.limit ?? Infinity) - (run.moved + run.restored + run.stays)
  const progress: Progress = { state: 'running', tried: 0, busy: 0 }
  for (let after = NIL; progress.tried < Math.min(most, room);) {
    const limit = Math.min(most, room - progress.tried, 100)
    const ids = await unseenCases(municipalityId, run, plan, { after, limit })
    for (const id of ids) {
      const outcome = await tryOne(municipalityId, id, { run, given, lastCall })
      if (outcome === 'stopped') return { ...progress, state: 'stopped' }
      if (outcome === 'busy') progress.busy += 1
      else if (outcome !== 'done') progress.tried += 1
      if (progress.tried >= Math.min(most, room)) break
    }
    if (ids.length < limit) break
    after = ids.at(-1)!
  }
  if (progress.tried > 0 || progress.busy > 0) return progress
  await inTown(municipalityId, (trx) => endMigration(trx, runId, { state: 'done', actor, at: moment.at }))
  return { ...progress, state: 'done' }
}

async function tryOne(
  municipalityId: string,
  caseId: string,
  { run, given, lastCall }: { run: Run; given: VersionChange; lastCall: boolean }
): Promise<VersionOutcome | 'stopped'> {
  const outcome = await inTown(municipalityId, async (trx) => {
    if (!(await isRunning(trx, run.id))) return 'stopped' as const
    const done = await (run.direction === 'back' ? restoreVersion : changeVersion)(trx, caseId, given)
    await failpoint('migration.case_written', caseId)
    return done
  })
  if (outcome !== 'busy' || !lastCall) return outcome
  return inTown(municipalityId, async (trx) => {
    const caseFile = await caseAsItStands(trx, caseId)
    if (!caseFile) return 'done'
    const faults = [{ code: 'busy', element: '', detail: '' }]
    await receipt(trx, caseFile, given, { outcome: 'stays', law: caseFile.law, faults })
    return 'stays'
  })
}

function actorOf({ startedBy }: Run): Actor {
  const [kind = '', id = ''] = startedBy.split('/')
  return { kind: kind as Actor['kind'], id }
}
