import { inTown } from '#tenancy/town_transaction'

/** Whether somebody who works here has signed in by this browser. */
export const isKnownBrowser = (municipalityId: string, browser: string): Promise<boolean> =>
  inTown(municipalityId, async (trx) => {
    const found = await trx.rows(
      `SELECT 1 FROM officer_browsers WHERE municipality_id = $1 AND browser_id = $2 LIMIT 1`,
      [municipalityId, browser]
    )
    return found.length > 0
  })
