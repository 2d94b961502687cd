import type { TownTransaction } from '#tenancy/town_transaction'

/** Nobody of a town signs in, or is another, until the transaction ends: before the audit trail, the last lock that anybody takes. */
export const lockOfficers = (trx: TownTransaction) =>
  trx.rows(`SELECT FROM officers WHERE municipality_id = $1 AND active ORDER BY id FOR UPDATE`, [
    trx.municipalityId,
  ])

/** Whether nobody else would administer a town without this officer; whoever does can't change until the transaction ends. */
export async function isLastAdministrator(trx: TownTransaction, officerId: string): Promise<boolean> {
  const rows = await trx.rows<{ id: string }>(
    `SELECT id FROM officers WHERE municipality_id = $1 AND active AND 'admin' = ANY(roles) ORDER BY id FOR UPDATE`,
    [trx.municipalityId]
  )
  return rows.length === 1 && rows[0]!.id === officerId
}
