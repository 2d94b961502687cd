import { dyingAfter } from '#tests/support/faults/dying_after'
import { inTown } from '#tenancy/town_transaction'

const TABLES = [
  ...['case_files', 'case_events', 'tasks', 'jobs', 'subscriptions', 'messages', 'incidents', 'openings'],
  ...['opening_counters', 'audit_entries', 'audit_heads'],
]

/** All that a town keeps of its cases, as one digest a table. */
export const keptOf = (townId: string): Promise<Record<string, string>> =>
  inTown(townId, async (trx) => {
    const kept: Record<string, string> = {}
    for (const table of TABLES) {
      const [row] = await trx.rows<{ digest: string }>(
        `SELECT count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS digest
         FROM ${table} t WHERE municipality_id = $1`,
        [townId]
      )
      kept[table] = row!.digest
    }
    return kept
  })

/**
 * Cuts the connection after the first statement of what is done, after the second, and so on, until it goes through.
 * Answers what each cut left behind, beside what had been there before.
 */
export async function cutAfterEach(
  townId: string,
  work: () => Promise<unknown>
): Promise<{ before: Record<string, string>; left: Record<string, string>[] }> {
  const before = await keptOf(townId)
  const left: Record<string, string>[] = []
  while ((await dyingAfter(left.length + 1, townId, work)).died) left.push(await keptOf(townId))
  return { before, left }
}
