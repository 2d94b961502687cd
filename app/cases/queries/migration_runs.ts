import type { Done } from '#cases/domain/migration/done_by_move'
import { CASE_NUMBER } from '#cases/queries/case_number'
import { type TownTransaction, rowsOfTown } from '#tenancy/town_transaction'

/** Which cases a run is for; without anything, all. */
export interface Stage {
  limit?: number
  phase?: string
  unit?: string
  cases?: string[]
  /** Somebody has looked at these cases, and says that they may move. */
  reviewed?: boolean
}

export interface Run {
  id: string
  planId: string
  slug: string
  direction: 'forward' | 'back'
  stage: Stage
  reason: string
  startedBy: string
  startedAt: Date
  state: 'running' | 'stopped' | 'done'
  endedAt: Date | null
  /** How many cases it has been at, by what became of them. */
  moved: number
  restored: number
  stays: number
}

const counted = (outcome: string) =>
  `(SELECT count(*)::int FROM case_migrations m WHERE m.municipality_id = $1 AND m.run_id = r.id AND m.outcome = '${outcome}')`

const RUNS = `
SELECT r.id, r.plan_id AS "planId", r.slug, r.direction, r.stage, r.reason, r.started_by AS "startedBy", r.started_at AS "startedAt",
  r.state, r.ended_at AS "endedAt", ${counted('moved')} AS moved, ${counted('restored')} AS restored, ${counted('stays')} AS stays
FROM migration_runs r WHERE r.municipality_id = $1`

/** The runs of a town for a procedure, the newest first. */
export const runsOf = (municipalityId: string, slug: string): Promise<Run[]> =>
  rowsOfTown<Run>(
    municipalityId,
    `${RUNS} AND r.slug = $2 ORDER BY r.id DESC LIMIT 20`,
    [municipalityId, slug],
    'runs_of'
  )

export const runById = (municipalityId: string, id: string): Promise<Run | null> =>
  rowsOfTown<Run>(municipalityId, `${RUNS} AND r.id = $2`, [municipalityId, id], 'run_by_id').then(
    ([row]) => row ?? null
  )

/** Whether it still runs, as of this transaction. */
export async function isRunning(trx: TownTransaction, id: string): Promise<boolean> {
  const found = await trx.rows(
    `SELECT 1 FROM migration_runs WHERE municipality_id = $1 AND id = $2 AND state = 'running'`,
    [trx.municipalityId, id],
    'is_running'
  )
  return found.length > 0
}

/** A case that a run moved or put back, and what that did to it. */
export interface ChangedCase {
  id: string
  caseId: string
  number: string
  outcome: 'moved' | 'restored'
  at: Date
  done: Partial<Done> | null
}

/** The cases that a run moved or put back, the last first; `before`: those under that receipt. */
export const changedIn = (
  municipalityId: string,
  runId: string,
  { before, limit }: { before: string | null; limit: number }
): Promise<ChangedCase[]> =>
  rowsOfTown<ChangedCase>(
    municipalityId,
    `SELECT m.id, m.case_id AS "caseId", coalesce(${CASE_NUMBER}, '') AS number, m.outcome, m.at, m.moved AS done
     FROM case_migrations m JOIN case_files c ON c.municipality_id = $1 AND c.id = m.case_id
     WHERE m.municipality_id = $1 AND m.run_id = $2 AND m.outcome <> 'stays' AND ($3::uuid IS NULL OR m.id < $3)
     ORDER BY m.id DESC LIMIT $4`,
    [municipalityId, runId, before, limit],
    'changed_in'
  )

/** A case that stayed, and why. */
export interface StayedCase {
  caseId: string
  number: string
  faults: { code: string; element: string; detail: string }[]
}

/** The cases that a run left where they were, the oldest first. */
export const stayedIn = (municipalityId: string, runId: string, limit = 200): Promise<StayedCase[]> =>
  rowsOfTown<StayedCase>(
    municipalityId,
    `SELECT m.case_id AS "caseId", coalesce(${CASE_NUMBER}, '') AS number, m.faults FROM case_migrations m
     JOIN case_files c ON c.municipality_id = $1 AND c.id = m.case_id
     WHERE m.municipality_id = $1 AND m.run_id = $2 AND m.outcome = 'stays' ORDER BY m.case_id LIMIT $3`,
    [municipalityId, runId, limit],
    'stayed_in'
  )
