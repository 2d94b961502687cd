import { SubmitFiling } from '#filings/actions/submit_filing'
import type { CompiledProcedure } from '#catalogue/types'
import { adminRows } from '#tests/bench/database'
import { makeDrafts } from '#tests/bench/drafts'
import { TABLES, type Pattern } from '#tests/bench/floor/tables'
import { FILER, type BenchTown } from '#tests/bench/towns'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

/** Rows of the house in each table, of the towns given: of the audit trail, those of filings. */
export async function houseCounts(townIds: string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of TABLES) {
    const only = table === 'audit_entries' ? ` AND action = 'filings.submitted'` : ''
    const [row] = await adminRows<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table} WHERE municipality_id = ANY($1)${only}`,
      [townIds]
    )
    counts[table] = row!.count
  }
  return counts
}

/** Files once, by the road of the house, in a town of its own, and reads what it wrote. */
export async function patternOf(
  town: BenchTown,
  procedure: CompiledProcedure
): Promise<{ key: string; pattern: Pattern }> {
  const [draftId] = await makeDrafts(town, procedure, 1)
  const filed = await new SubmitFiling().execute({
    town: (await townById(town.id))!,
    citizen: {
      personId: town.personId,
      identifier: FILER,
      name: 'Amparo Ferrer Miralles',
      organisation: null,
      email: 'amparo@example.org',
      phone: null,
      level: 'substantial',
      method: 'demo',
      since: Date.now(),
    },
    draftId: draftId!,
    version: 1,
    at: new Date(),
  })
  if (!filed.ok) throw new Error(`the filing to copy was refused: ${filed.error.kind}`)
  const { caseId, filingId, entryId } = filed.value
  const pattern = {} as Pattern
  for (const table of TABLES)
    pattern[table] = await inTown(town.id, async (trx) => {
      const rows = await trx.rows<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(t) - 'municipality_id' AS row FROM ${table} t WHERE municipality_id = $1 AND (
           to_jsonb(t) ->> 'case_id' = $2 OR to_jsonb(t) ->> 'key' = $3 OR to_jsonb(t) ->> 'filing_id' = $3
           OR to_jsonb(t) ->> 'id' = ANY($4) OR to_jsonb(t) ->> 'subject_id' = $3
           OR to_jsonb(t) ->> 'document_id' IN (SELECT id::text FROM documents WHERE municipality_id = $1 AND filing_id = $3::uuid))`,
        [town.id, caseId, filingId, [caseId, filingId, entryId]]
      )
      return rows.map(({ row }) => row)
    })
  return { key: filingId, pattern }
}
