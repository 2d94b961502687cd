import type { TownTransaction } from '#tenancy/town_transaction'

/** The number of an entry as people read it; throws where the town has no such entry. */
export async function numberOfEntry(trx: TownTransaction, id: string): Promise<string> {
  const [row] = await trx.rows<{ number: string }>(
    `SELECT entry_number AS number FROM register_entries WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, id],
    'entry_number'
  )
  if (!row) throw new Error(`there is no entry ${id}`)
  return row.number
}
