import { byCommand } from '#audit/types'
import { DEMO_SOURCE, DEMO_YEARS } from '#database/demo/calendars'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { unwrap } from '#core/result'
import type { TownFile } from '#start/towns/town_file'
import { closedDays } from '#tenancy/domain/closed_days'
import { daysOfYear, loadedYears } from '#tenancy/queries/calendar_year'

/** Loads the years that a demo town founded before has not, and confirms usual ones; what somebody loaded or corrected stays. */
export async function fillDemoCalendar(
  municipalityId: string,
  { region = null, closedDays: given }: { region?: string | null } & Pick<TownFile, 'closedDays'>
): Promise<void> {
  const loaded = new Map((await loadedYears(municipalityId)).map(({ year, source }) => [year, source]))
  for (const year of DEMO_YEARS.filter((one) => !loaded.get(one)))
    unwrap(
      await new ChangeCalendar().execute({
        ...{ municipalityId, year, source: DEMO_SOURCE, actor: byCommand('demo:seed'), at: new Date() },
        days: loaded.has(year) ? await daysOfYear(municipalityId, year) : closedDays([year], region, given),
      })
    )
}
