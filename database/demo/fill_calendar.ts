import { byCommand } from '#audit/types'
import { DEMO_YEARS } from '#database/demo/calendars'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { unwrap } from '#core/result'
import type { TownFile } from '#start/towns/town_file'
import { closedDays } from '#tenancy/domain/closed_days'
import { loadedYears } from '#tenancy/queries/calendar_year'

/** Loads the years that a demo town founded before has not; what somebody loaded or corrected stays. */
export async function fillDemoCalendar(
  municipalityId: string,
  { region = null, closedDays: given }: { region?: string | null } & Pick<TownFile, 'closedDays'>
): Promise<void> {
  const loaded = new Set((await loadedYears(municipalityId)).map(({ year }) => year))
  for (const year of DEMO_YEARS.filter((one) => !loaded.has(one)))
    unwrap(
      await new ChangeCalendar().execute({
        ...{ municipalityId, year, days: closedDays([year], region, given) },
        ...{ source: '', actor: byCommand('demo:seed'), at: new Date() },
      })
    )
}
