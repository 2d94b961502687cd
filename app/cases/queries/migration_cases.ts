import type { Movable } from '#cases/domain/migration/types'
import type { Run, Stage } from '#cases/queries/migration_runs'
import type { TownPlan } from '#cases/queries/migration_plans'
import { CASE_NUMBER } from '#cases/queries/case_number'
import { rowsOfTown } from '#tenancy/town_transaction'

const CHOSEN = `
c.municipality_id = $1 AND c.state = 'open' AND c.digest = $2
  AND ($3::text IS NULL OR c.phase = $3) AND ($4::uuid IS NULL OR c.unit_id = $4) AND ($5::uuid[] IS NULL OR c.id = ANY($5))`

const chosen = (municipalityId: string, digest: string, { phase, unit, cases }: Stage) => [
  ...[municipalityId, digest, phase ?? null, unit ?? null, cases ?? null],
]

/** How many cases of a version a stage is for. */
export const countOf = (municipalityId: string, digest: string, stage: Stage): Promise<number> =>
  rowsOfTown<{ cases: number }>(
    municipalityId,
    `SELECT count(*)::int AS cases FROM case_files c WHERE ${CHOSEN}`,
    chosen(municipalityId, digest, stage),
    'cases_of_version'
  ).then(([row]) => row?.cases ?? 0)

/** A case of a version, as far as a trial looks at it. */
export type TriedCase = Movable & { id: string; number: string; seats: string[] }

const TRIED = `
SELECT c.id, coalesce(${CASE_NUMBER}, '') AS number, c.workflow, c.law, c.counts_from::text AS "countsFrom", c.due_on::text AS "dueOn",
  c.suspended_on::text AS "suspendedOn", c.silence_on::text AS "silenceOn", c.pauses, c.extension, c.seats
FROM case_files c
WHERE ${CHOSEN} AND c.id > $6 ORDER BY c.id LIMIT $7`

/** The cases of a version that a stage is for, a page at a time; `after` is the last id of the page before. */
export const triedCases = (
  municipalityId: string,
  digest: string,
  stage: Stage,
  { after, limit }: { after: string; limit: number }
): Promise<TriedCase[]> =>
  rowsOfTown<TriedCase>(
    municipalityId,
    TRIED,
    [...chosen(municipalityId, digest, stage), after, limit],
    'tried_cases'
  )

const UNSEEN = `NOT EXISTS (SELECT FROM case_migrations m WHERE m.municipality_id = $1 AND m.run_id = $6 AND m.case_id = c.id)`

/** Of a run back: the last time it changed its version it was by that plan. */
const CAME_BY = `$7::text IS NULL OR (SELECT m.outcome = 'moved' AND m.plan_digest = $7 FROM case_migrations m
  WHERE m.municipality_id = $1 AND m.case_id = c.id AND m.outcome <> 'stays' ORDER BY m.id DESC LIMIT 1)`

/** The next cases that a run has not been at, the oldest first. */
export const unseenCases = (
  municipalityId: string,
  run: Pick<Run, 'id' | 'direction' | 'stage'>,
  plan: TownPlan,
  { after, limit }: { after: string; limit: number }
): Promise<string[]> =>
  rowsOfTown<{ id: string }>(
    municipalityId,
    `SELECT c.id FROM case_files c WHERE ${CHOSEN} AND ${UNSEEN} AND (${CAME_BY}) AND c.id > $8 ORDER BY c.id LIMIT $9`,
    [
      ...chosen(municipalityId, run.direction === 'back' ? plan.to : plan.from, run.stage),
      ...[run.id, run.direction === 'back' ? plan.digest : null, after, limit],
    ],
    'unseen_cases'
  ).then((rows) => rows.map(({ id }) => id))
