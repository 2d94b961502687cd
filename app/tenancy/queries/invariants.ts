import type { Check } from '#core/invariants'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'

/** Which table the row of a column lives in. Drafts and jobs are forgotten before what names them. */
const PARENTS: Record<string, string> = {
  case_id: 'case_files',
  parent_id: 'case_files',
  filing_id: 'filings',
  entry_id: 'register_entries',
  document_id: 'documents',
  person_id: 'persons',
  officer_id: 'officers',
  assigned_to: 'officers',
  unit_id: 'units',
  body_id: 'bodies',
  task_id: 'tasks',
  order_id: 'payment_orders',
  attempt_id: 'payment_attempts',
  settlement_id: 'settlements',
  request_id: 'signature_requests',
  step_id: 'signature_steps',
  drafted_by: 'officers',
}

/** Every column of every tenant's table that names a row of another, as the database has them now. */
const REFERENCES = `
SELECT c.relname AS table, a.attname AS column
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND a.attname = ANY($1) AND has_table_privilege(c.oid, 'SELECT')
  AND EXISTS (SELECT FROM pg_attribute m WHERE m.attrelid = c.oid AND m.attname = 'municipality_id')
ORDER BY 1, 2`

const CHUNK = 20

/**
 * What a row refers to is a row of the same town. A transaction of a town sees no other, so that a parent
 * of another town is as absent as none: either is a fault.
 */
export const checkParents: Check = (municipalityId, report) =>
  inTown(municipalityId, async (trx) => {
    const references = await trx.rows<{ table: string; column: string }>(REFERENCES, [Object.keys(PARENTS)])
    for (const { table, column } of references) {
      const { looked, orphans } = await orphansOf(trx, table, column)
      report.saw('I14', looked)
      for (const row of orphans) report.breaks('I14', 'no_parent', `${table}.${column} ${row}`)
    }
  })

async function orphansOf(trx: TownTransaction, table: string, column: string) {
  const parent = PARENTS[column] as string
  const [row] = await trx.rows<{ looked: number; orphans: string[] | null }>(
    `SELECT count(*)::int AS looked, (array_agg(t."${column}"::text) FILTER (WHERE p.id IS NULL))[1:${CHUNK}] AS orphans
     FROM "${table}" t LEFT JOIN "${parent}" p ON p.municipality_id = $1 AND p.id = t."${column}"
     WHERE t.municipality_id = $1 AND t."${column}" IS NOT NULL`,
    [trx.municipalityId]
  )
  return { looked: row?.looked ?? 0, orphans: row?.orphans ?? [] }
}
