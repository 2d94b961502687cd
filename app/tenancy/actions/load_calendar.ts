import { tell } from '#core/link/link'
import type { ClosedDay } from '#tenancy/domain/closed_days'
import { OFFICE } from '#tenancy/domain/town_calendars'
import { CALENDAR_CHANGED } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

/**
 * Loads the closed days of an electronic office, or of another seat, whole years at a time (Law 39/2015, arts. 30.6, 30.7
 * and 31): what a year had before gives way. `source` says where they were published; usual days that nobody
 * has confirmed have none.
 */
export class LoadCalendar {
  async execute(
    municipalityId: string,
    {
      years,
      days,
      source,
      seat = OFFICE,
    }: { years: number[]; days: ClosedDay[]; source: string; seat?: string }
  ): Promise<void> {
    await inTown(municipalityId, async (trx) => {
      await trx.rows(
        `DELETE FROM calendar_days WHERE municipality_id = $1 AND seat = $2 AND extract(year FROM day)::int = ANY($3)`,
        [municipalityId, seat, years]
      )
      for (const year of years)
        await trx.rows(
          `INSERT INTO calendar_years (municipality_id, seat, year, source) VALUES ($1, $2, $3, $4)
           ON CONFLICT (municipality_id, seat, year) DO UPDATE SET source = excluded.source`,
          [municipalityId, seat, year, source]
        )
      for (const { day, scope, name, byHand = null } of days)
        await trx.rows(
          `INSERT INTO calendar_days (municipality_id, seat, day, scope, name, by_hand) VALUES ($1, $2, $3, $4, $5, $6)`,
          [municipalityId, seat, day, scope, JSON.stringify(name), byHand && JSON.stringify(byHand)]
        )
      trx.afterCommit(() => tell(CALENDAR_CHANGED, municipalityId))
    })
  }
}
