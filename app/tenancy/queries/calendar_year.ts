import type { ClosedDay } from '#tenancy/domain/closed_days'
import { inTown } from '#tenancy/town_transaction'

export interface LoadedYear {
  year: number
  /** Where its days were published. */
  source: string
}

/** The years of which a town has its closed days, in order. */
export const loadedYears = (municipalityId: string): Promise<LoadedYear[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<LoadedYear>(`SELECT year, source FROM calendar_years WHERE municipality_id = $1 ORDER BY year`, [
      municipalityId,
    ])
  )

/** The closed days of one year, in order; none where it is not loaded. */
export const daysOfYear = (municipalityId: string, year: number): Promise<ClosedDay[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<ClosedDay>(
      `SELECT day::text, scope, name FROM calendar_days
       WHERE municipality_id = $1 AND extract(year FROM day)::int = $2 ORDER BY day`,
      [municipalityId, year]
    )
  )
