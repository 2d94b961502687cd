import type { Movable } from '#cases/domain/migration/types'
import type { Run, Stage } from '#cases/queries/migration_runs'
import type { TownPlan } from '#cases/queries/migration_plans'
import { CASE_NUMBER } from '#cases/queries/case_number'
import { NIL } from '#core/ids'
import { rowsOfTown } from '#tenancy/town_transaction'

/** The cases of a version; `cameBy`: only those whose last change of version was by that plan. */
export interface Source {
  digest: string
  cameBy?: string
}

/** Where a run takes cases from: back, those that came by its plan. */
export const sourceOf = (
  direction: Run['direction'],
  { from, to, digest }: Pick<TownPlan, 'from' | 'to' | 'digest'>
): Source => (direction === 'back' ? { digest: to, cameBy: digest } : { digest: from })

/** How a case came to its version; nothing where it began there. */
const CAME = `FROM case_migrations m WHERE m.municipality_id = $1 AND m.case_id = c.id AND m.outcome <> 'stays' ORDER BY m.id DESC LIMIT 1`

const CHOSEN = `
c.municipality_id = $1 AND c.state = 'open' AND c.digest = $2
  AND ($3::text IS NULL OR c.phase = $3) AND ($4::uuid IS NULL OR c.unit_id = $4) AND ($5::uuid[] IS NULL OR c.id = ANY($5))
  AND ($6::text IS NULL OR (SELECT m.outcome = 'moved' AND m.plan_digest = $6 ${CAME}))`

const chosen = (
  municipalityId: string,
  { digest, cameBy }: Source,
  { phase, unit, cases }: Stage
): unknown[] => [municipalityId, digest, phase ?? null, unit ?? null, cases ?? null, cameBy ?? null]

/** How many cases a stage is for. */
export const countOf = (municipalityId: string, source: Source, stage: Stage = {}): Promise<number> =>
  rowsOfTown<{ cases: number }>(
    municipalityId,
    `SELECT count(*)::int AS cases FROM case_files c WHERE ${CHOSEN}`,
    chosen(municipalityId, source, stage),
    'cases_of_version'
  ).then(([row]) => row?.cases ?? 0)

/** A case of a version, as far as a trial looks at it; `cameAs`: the digest of where it stood when it came. */
export type TriedCase = Movable & { id: string; number: string; seats: string[]; cameAs: string | null }

const TRIED = `
SELECT c.id, coalesce(${CASE_NUMBER}, '') AS number, c.workflow, c.law, c.counts_from::text AS "countsFrom", c.due_on::text AS "dueOn",
  c.suspended_on::text AS "suspendedOn", c.silence_on::text AS "silenceOn", c.pauses, c.extension, c.seats,
  (SELECT m.moved ->> 'workflow' ${CAME}) AS "cameAs"
FROM case_files c
WHERE ${CHOSEN} AND c.id > $7 ORDER BY c.id LIMIT $8`

const PAGE = 200

/** The cases that a stage is for, the oldest first. */
export async function* triedCases(
  municipalityId: string,
  source: Source,
  stage: Stage
): AsyncGenerator<TriedCase> {
  let left = stage.limit ?? Infinity
  for (let after = NIL; left > 0;) {
    const limit = Math.min(PAGE, left)
    const given = [...chosen(municipalityId, source, stage), after, limit]
    const page = await rowsOfTown<TriedCase>(municipalityId, TRIED, given, 'tried_cases')
    yield* page
    if (page.length < limit) return
    left -= limit
    after = page.at(-1)!.id
  }
}

const UNSEEN = `NOT EXISTS (SELECT FROM case_migrations m WHERE m.municipality_id = $1 AND m.run_id = $7 AND m.case_id = c.id)`

/** The next cases that a run has not been at, the oldest first. */
export const unseenCases = (
  municipalityId: string,
  run: Pick<Run, 'id' | 'direction' | 'stage'>,
  plan: TownPlan,
  { after, limit }: { after: string; limit: number }
): Promise<string[]> =>
  rowsOfTown<{ id: string }>(
    municipalityId,
    `SELECT c.id FROM case_files c WHERE ${CHOSEN} AND ${UNSEEN} AND c.id > $8 ORDER BY c.id LIMIT $9`,
    [...chosen(municipalityId, sourceOf(run.direction, plan), run.stage), run.id, after, limit],
    'unseen_cases'
  ).then((rows) => rows.map(({ id }) => id))
