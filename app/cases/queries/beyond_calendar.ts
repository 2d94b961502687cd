import { Kept } from '#core/kept'
import { hear } from '#core/link/link'
import { CALENDAR_CHANGED } from '#tenancy/queries/calendar'
import { rowsOfTown } from '#tenancy/town_transaction'

/** A year in which open terms end, and whose closed days nobody has loaded. */
export interface BeyondCalendar {
  year: number
  cases: number
}

/** Such a term is counted by the weekends alone, and may be wrong: somebody has to load the year. */
export const beyondCalendar = (municipalityId: string): Promise<BeyondCalendar[]> =>
  rowsOfTown<BeyondCalendar>(
    municipalityId,
    `WITH ends AS (
       SELECT id AS case_id, extract(year FROM due_on)::int AS year FROM case_files
       WHERE municipality_id = $1 AND state = 'open' AND due_on IS NOT NULL
       UNION
       SELECT case_id, extract(year FROM (input ->> 'lastDay')::date)::int FROM jobs
       WHERE municipality_id = $1 AND kind = 'timer' AND input ->> 'lastDay' IS NOT NULL
     )
     SELECT year, count(*)::int AS cases FROM ends
     WHERE NOT EXISTS (SELECT FROM calendar_years y WHERE y.municipality_id = $1 AND y.year = ends.year)
     GROUP BY year ORDER BY year`,
    [municipalityId],
    'beyond_calendar'
  )

const KEPT_MS = 60_000

const kept = new Kept(KEPT_MS, beyondCalendar)

/** The same, kept for a minute a process: for what stands on every page. */
export const keptBeyondCalendar = (municipalityId: string) => kept.of(municipalityId)

hear(CALENDAR_CHANGED, (about) => kept.forget(about))
