import type { TownTransaction } from '#tenancy/town_transaction'

/** The open cases that are in the hands of an officer, with their units; locked until the transaction ends. */
export const lockedInHand = (
  trx: TownTransaction,
  officerId: string
): Promise<{ id: string; unitId: string | null }[]> =>
  trx.rows(
    `SELECT id, unit_id AS "unitId" FROM case_files
     WHERE municipality_id = $1 AND assigned_to = $2 AND state = 'open' ORDER BY id FOR UPDATE`,
    [trx.municipalityId, officerId],
    'locked_in_hand'
  )
