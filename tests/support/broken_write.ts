import db from '@adonisjs/lucid/services/db'
import { inTown } from '#tenancy/town_transaction'

/** A role may end its own connections, and no others. */
const CUT = `
SELECT pg_terminate_backend(pid) FROM pg_locks
WHERE relation = 'idempotency_keys'::regclass AND NOT granted`

/**
 * Does something whose first key can't be written yet, and cuts its connection while it waits: whoever wrote
 * can't know what became of it. What is in the table can be read meanwhile.
 */
export async function brokenWrite<Done>(
  townId: string,
  work: () => Promise<Done>
): Promise<PromiseSettledResult<Done>> {
  return db.connection('owner').transaction(async (trx) => {
    await trx.rawQuery('LOCK TABLE idempotency_keys IN EXCLUSIVE MODE')
    const [[done]] = await Promise.all([Promise.allSettled([work()]), cutWhoWaits(townId)])
    return done
  })
}

async function cutWhoWaits(townId: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if ((await inTown(townId, (trx) => trx.rows(CUT))).length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('nobody came to write a key')
}
