import type { Counted } from '#cases/domain/recounted_terms'
import type { Law, TimerInput } from '#cases/types'
import type { TownTransaction } from '#tenancy/town_transaction'

export type CountedCase = Counted & { id: string; digest: string; law: Law | null }

type Row = Omit<CountedCase, 'timers'> & {
  timers: { id: string; key: string; runAt: string; input: TimerInput }[]
}

const COUNTED = `
SELECT c.id, c.digest, c.law, c.workflow, c.counts_from::text AS "countsFrom", c.due_on::text AS "dueOn",
  c.silence_on::text AS "silenceOn", c.pauses, c.seats, c.extension,
  ARRAY(SELECT jsonb_build_object('id', j.id, 'key', j.key, 'input', j.input, 'runAt', j.run_at) FROM jobs j
     WHERE j.municipality_id = $1 AND j.case_id = c.id AND j.kind = 'timer' ORDER BY j.id) AS timers
FROM case_files c WHERE c.municipality_id = $1 AND c.state = 'open'`

const counted = (row: Row): CountedCase => ({
  ...row,
  timers: row.timers.map((timer) => ({ ...timer, runAt: new Date(timer.runAt) })),
})

/** Open cases with what was counted for them, a page at a time; `after` is the last id of the page before, `only` the one to look at. */
export const countedCases = async (
  trx: TownTransaction,
  { after, limit, only }: { after: string; limit: number; only: string | null }
): Promise<CountedCase[]> =>
  (
    await trx.rows<Row>(
      `${COUNTED} AND c.id > $2 AND ($4::uuid IS NULL OR c.id = $4) ORDER BY c.id LIMIT $3`,
      [...[trx.municipalityId, after, limit, only]]
    )
  ).map(counted)

/** One of them, locked: null where it was closed meanwhile. */
export async function lockedCount(trx: TownTransaction, id: string): Promise<CountedCase | null> {
  const held = await trx.rows(
    `SELECT 1 FROM case_files WHERE municipality_id = $1 AND id = $2 AND state = 'open' FOR UPDATE`,
    [trx.municipalityId, id]
  )
  if (held.length === 0) return null
  const [row] = await trx.rows<Row>(`${COUNTED} AND c.id = $2`, [trx.municipalityId, id])
  return row ? counted(row) : null
}
