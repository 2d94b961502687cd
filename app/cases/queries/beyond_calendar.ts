import { Kept } from '#core/kept'
import { hear } from '#core/link/link'
import { CALENDAR_CHANGED } from '#tenancy/queries/calendar'
import { rowsOfTown } from '#tenancy/town_transaction'

/** A year through which open terms run, and whose closed days nobody has loaded. */
export interface BeyondCalendar {
  /** Of which seat: that of the electronic office is `''`. */
  seat: string
  year: number
  cases: number
}

/** Such a term is counted by the weekends alone, and may be wrong: somebody has to load the year. */
export const beyondCalendar = (municipalityId: string): Promise<BeyondCalendar[]> =>
  rowsOfTown<BeyondCalendar>(
    municipalityId,
    `WITH terms AS (
       SELECT id, seats, counts_from AS begins, due_on AS ends FROM case_files
       WHERE municipality_id = $1 AND state = 'open' AND due_on IS NOT NULL
       UNION
       SELECT c.id, c.seats, left(j.input ->> 'from', 10)::date, (j.input ->> 'lastDay')::date
       FROM jobs j JOIN case_files c ON c.municipality_id = $1 AND c.id = j.case_id
       WHERE j.municipality_id = $1 AND j.kind = 'timer' AND j.input ->> 'term' IS NOT NULL
     ), needed AS (
       SELECT DISTINCT id, seat, year FROM terms,
         generate_series(extract(year FROM begins)::int, extract(year FROM ends)::int) AS year,
         jsonb_array_elements_text(seats || '[""]'::jsonb) AS seat
     )
     SELECT seat, year, count(*)::int AS cases FROM needed n
     WHERE NOT EXISTS (SELECT FROM calendar_years y WHERE y.municipality_id = $1 AND y.seat = n.seat AND y.year = n.year)
     GROUP BY seat, year ORDER BY year, seat`,
    [municipalityId],
    'beyond_calendar'
  )

const KEPT_MS = 60_000

const kept = new Kept(KEPT_MS, beyondCalendar)

/** The same, kept for a minute a process: for what stands on every page. */
export const keptBeyondCalendar = (municipalityId: string) => kept.of(municipalityId)

hear(CALENDAR_CHANGED, (about) => kept.forget(about))
