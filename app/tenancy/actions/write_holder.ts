import { tell } from '#core/link/link'
import { ORGANISATION_CHANGED } from '#tenancy/queries/bodies_and_units'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Writes whom documents name as the holder of a body. Answers whether that is another; null where there is no such body. */
export async function writeHolder(
  trx: TownTransaction,
  { body, holder }: { body: string; holder: string | null }
): Promise<boolean | null> {
  const [standing] = await trx.rows<{ holder: string | null }>(
    `SELECT holder FROM bodies WHERE municipality_id = $1 AND role = $2 FOR UPDATE`,
    [trx.municipalityId, body]
  )
  if (!standing) return null
  if (standing.holder === holder) return false
  await trx.rows(`UPDATE bodies SET holder = $3 WHERE municipality_id = $1 AND role = $2`, [
    trx.municipalityId,
    body,
    holder,
  ])
  trx.afterCommit(() => tell(ORGANISATION_CHANGED, trx.municipalityId))
  return true
}
