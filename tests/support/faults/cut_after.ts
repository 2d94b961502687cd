import db from '@adonisjs/lucid/services/db'
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

const terminate = (pid: number) => db.connection('owner').rawQuery('SELECT pg_terminate_backend(?)', [pid])

/** Does something in one transaction whose connection is lost after its `cut`th statement; false where it has fewer, and is done. */
async function attempt(townId: string, cut: number, work: () => Promise<unknown>): Promise<boolean> {
  let reached = false
  try {
    await inTown(townId, async (trx) => {
      const [{ pid }] = (await trx.rows('SELECT pg_backend_pid() AS pid')) as [{ pid: number }]
      const { rows } = trx
      let done = 0
      trx.rows = async (...asked) => {
        const answer = await rows(...asked)
        if (++done === cut) {
          reached = true
          await terminate(pid)
        }
        return answer as never
      }
      await work()
    })
  } catch (error) {
    if (!reached) throw error
    return true
  }
  if (reached) throw new Error('it was committed on a connection that was lost')
  return false
}

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
  while (await attempt(townId, left.length + 1, work)) left.push(await keptOf(townId))
  return { before, left }
}
