import { checkRowsOfActs } from '#audit/queries/rows_of_acts'
import { planRows, receiptRows, runRows } from '#cases/rows'
import { canonical } from '#core/canonical_json'
import { digestOf } from '#core/digest'
import type { Check } from '#core/invariants'
import { inPages } from '#tenancy/queries/in_pages'
import { inTown } from '#tenancy/town_transaction'

const PAGE = 500

/** A case goes by the version and the law that its last move gave it, and its history has each move. */
const MOVED = `
SELECT c.id, nullif(c.law - 'urgent', '{}') AS law, (SELECT nullif(m.law - 'urgent', '{}') FROM case_migrations m WHERE m.municipality_id = $1 AND m.case_id = c.id AND m.outcome <> 'stays'
    ORDER BY m.id DESC LIMIT 1) AS "lawMoved",
  ARRAY(SELECT m.from_digest || ' ' || m.to_digest FROM case_migrations m WHERE m.municipality_id = $1 AND m.case_id = c.id
    AND m.outcome <> 'stays' ORDER BY m.id) AS moves,
  ARRAY(SELECT (e.data ->> 'from') || ' ' || (e.data ->> 'to') FROM case_events e WHERE e.municipality_id = $1 AND e.case_id = c.id
    AND e.kind = 'version_changed' ORDER BY e.id) AS told
FROM case_files c WHERE c.municipality_id = $1 AND c.id > $2 AND (c.law IS NOT NULL
  OR EXISTS (SELECT FROM case_migrations m WHERE m.municipality_id = $1 AND m.case_id = c.id AND m.outcome <> 'stays')
  OR EXISTS (SELECT FROM case_events e WHERE e.municipality_id = $1 AND e.case_id = c.id AND e.kind = 'version_changed'))
ORDER BY c.id`

interface Moved {
  id: string
  law: unknown
  lawMoved: unknown
  moves: string[]
  told: string[]
}

const checkMoves: Check = async (municipalityId, report) => {
  for await (const page of inPages<Moved>(municipalityId, MOVED, PAGE)) {
    report.saw('I12', page.length)
    for (const { id, law, lawMoved, moves, told } of page)
      if (canonical(law) !== canonical(lawMoved) || canonical(moves) !== canonical(told))
        report.breaks('I12', 'version_differs_from_moves', id)
  }
}

/** A plan is the document whose digest it has. */
const checkPlans: Check = async (municipalityId, report) => {
  const plans = await inTown(municipalityId, (trx) =>
    trx.rows<{ id: string; digest: string; contents: unknown }>(
      `SELECT id, digest, contents FROM migration_plans WHERE municipality_id = $1`,
      [municipalityId]
    )
  )
  for (const { id, digest, contents } of plans)
    if (digestOf(contents) !== digest) report.breaks('I19', 'row_differs', id)
}

/** Where a run stands is what its end says (its state is work of the house; what became of cases is theirs). */
const CHECKS: Check[] = [
  checkRowsOfActs({ shape: planRows, key: 'id', action: 'cases.plan_written' }),
  checkRowsOfActs({ shape: runRows, key: 'id', action: 'cases.migration_started' }),
  checkRowsOfActs({ shape: receiptRows, key: 'id', action: 'cases.migrated' }),
  checkPlans,
  checkMoves,
]

/** What was decided of moving cases, and what became of each, is what the acts say. */
export const checkMigrations: Check = async (municipalityId, report) => {
  for (const check of CHECKS) await check(municipalityId, report)
}
