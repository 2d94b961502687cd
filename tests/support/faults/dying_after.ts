import { type TownTransaction, inTown } from '#tenancy/town_transaction'

type Told<Done> = { died: true } | { died: false; value: Done }

/** A role may end its own connections. */
const DIE = `SELECT pg_terminate_backend(pg_backend_pid())`

/**
 * Does something in a transaction of a town whose connection is cut once its `n`th statement has been carried out: the
 * last of them before the COMMIT. With fewer statements than that, nothing is cut.
 */
export async function dyingAfter<Done>(
  n: number,
  townId: string,
  work: (trx: TownTransaction) => Promise<Done>
): Promise<Told<Done>> {
  let count = 0
  let died = false
  const cut = (rows: TownTransaction['rows']): TownTransaction['rows'] =>
    async function counted(...statement) {
      count += 1
      const last = count === n
      const answer = await rows(...statement)
      if (!last) return answer as never
      died = true
      await rows(DIE)
      throw new Error('a cut connection answered')
    }
  let value: Done
  try {
    value = await inTown(townId, (trx) => {
      // whatever joins the transaction finds this same object
      trx.rows = cut(trx.rows)
      return work(trx)
    })
  } catch (error) {
    if (!died) throw error
    return { died: true }
  }
  if (died) throw new Error('it was committed on a connection that was lost')
  return { died: false, value }
}
