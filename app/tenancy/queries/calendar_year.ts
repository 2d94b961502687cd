import type { ClosedDay } from '#tenancy/domain/closed_days'
import { OFFICE } from '#tenancy/domain/town_calendars'
import { inTown } from '#tenancy/town_transaction'

export interface LoadedYear {
  year: number
  /** Where its days were published; empty of usual ones that nobody has confirmed. */
  source: string
}

/** The years of which a town has the closed days of a seat, in order. */
export const loadedYears = (municipalityId: string, seat = OFFICE): Promise<LoadedYear[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<LoadedYear>(
      `SELECT year, source FROM calendar_years WHERE municipality_id = $1 AND seat = $2 ORDER BY year`,
      [municipalityId, seat]
    )
  )

/** The closed days of one year at a seat, in order; none where it is not loaded. */
export const daysOfYear = (municipalityId: string, year: number, seat = OFFICE): Promise<ClosedDay[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<ClosedDay>(
      `SELECT day::text, scope, name, by_hand AS "byHand" FROM calendar_days
       WHERE municipality_id = $1 AND extract(year FROM day)::int = $2 AND seat = $3 ORDER BY day`,
      [municipalityId, year, seat]
    )
  )
