import { SYSTEM } from '#audit/types'
import { advanceCase } from '#cases/actions/advance_case'
import { MOVING_KINDS } from '#cases/domain/moving_kinds'
import { type LockedCase, lockedCase } from '#cases/queries/locked_case'
import { turnSql } from '#core/jobs/turn'
import type { TownTransaction } from '#tenancy/town_transaction'

const FIRST = `
  SELECT id, kind, key, run_at AS "runAt" FROM jobs
  WHERE municipality_id = $1 AND case_id = $2 AND state = 'ready' AND kind = ANY($3) AND ${turnSql('jobs')} <= $4
  ORDER BY ${turnSql('jobs')}, id LIMIT 1`

/**
 * Before somebody acts: terms that were over by then are over, though no worker has come yet (Law 39/2015, art. 30).
 * What another job has to do first is left to the workers. The case is locked. Answers how many terms passed.
 */
export async function letTermsPass(trx: TownTransaction, caseId: string, at: Date): Promise<number> {
  for (let passed = 0; ; passed++) {
    const [first] = await trx.rows<{ id: string; kind: string; key: string; runAt: Date }>(
      FIRST,
      [trx.municipalityId, caseId, MOVING_KINDS, at.toISOString()],
      'first_overdue'
    )
    if (first?.kind !== 'timer') return passed
    await trx.rows(`DELETE FROM jobs WHERE municipality_id = $1 AND id = $2`, [trx.municipalityId, first.id])
    await advanceCase(trx, caseId, { type: 'trigger', key: first.key }, { at: first.runAt, actor: SYSTEM })
  }
}

/** A case as of a moment: locked, and what was over by then is over. */
export async function caseAsOf(trx: TownTransaction, id: string, at: Date): Promise<LockedCase | null> {
  const caseFile = await lockedCase(trx, id)
  return caseFile && (await letTermsPass(trx, id, at)) > 0 ? lockedCase(trx, id) : caseFile
}
