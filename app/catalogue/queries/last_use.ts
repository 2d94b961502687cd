import type { TownTransaction } from '#tenancy/town_transaction'

/**
 * The last day for which a procedure's values have been used, on or after a day: that of the accrual of a fee, else that
 * on which a filing counts. Null where they were not.
 */
export const lastUse = (trx: TownTransaction, slug: string, from: string): Promise<string | null> =>
  trx
    .rows<{ day: string | null }>(
      `SELECT max(day) AS day FROM (
         SELECT coalesce(workflow -> 'variables' -> 'fee' ->> 'accruedOn', counts_from::text) AS day
         FROM case_files WHERE municipality_id = $1 AND slug = $2) used WHERE day >= $3`,
      [trx.municipalityId, slug, from]
    )
    .then(([row]) => row?.day ?? null)
