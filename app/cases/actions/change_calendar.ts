import { appendAudit } from '#audit/actions/append_audit'
import { recountTerms } from '#cases/actions/recount_terms'
import { calendarChange, touchesThePast } from '#cases/domain/calendar_change'
import { localDate } from '#cases/domain/local_date'
import type { Actor } from '#cases/types'
import { enqueue, newJob } from '#core/jobs/enqueue'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { LoadCalendar } from '#tenancy/actions/load_calendar'
import type { ClosedDay } from '#tenancy/domain/closed_days'
import { OFFICE } from '#tenancy/domain/town_calendars'
import { CALENDAR_KEPT_MS, calendarsAsTheyAre } from '#tenancy/queries/calendar'
import { daysOfYear, loadedYears } from '#tenancy/queries/calendar_year'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

export interface YearOfClosedDays extends Moment {
  municipalityId: string
  year: number
  /** Another seat than the electronic office (art. 30.6). */
  seat?: string
  days: ClosedDay[]
  /** Where they were published, but for those that were added by hand. */
  source: string
  /** Some levels only were published there: a year that nobody has confirmed stays so, and its source of before stays, too. */
  partial?: boolean
  /** Why days that have begun are another now. */
  reason?: string
  actor: Actor
}

export interface ChangedCalendar {
  /** How many days came, went or were renamed. */
  days: number
  /** How many open cases have other dates by it. */
  cases: number
}

export type CalendarRefusal = 'not_of_year' | 'twice' | 'past_without_reason'

/**
 * Loads or corrects a year's closed days (Law 39/2015, arts. 30.7 and 31), and counts the town's open terms again with
 * them, in one transaction. Days that have begun change with a reason only, but in a year that was not loaded. A minute
 * later terms are counted once more, by the same actor: another process may have opened a case by the calendar that it held.
 */
export class ChangeCalendar {
  execute(given: YearOfClosedDays): Promise<Result<ChangedCalendar, CalendarRefusal>> {
    const { municipalityId, year, days, seat = OFFICE } = given
    return inTown(municipalityId, async (trx) => {
      await oneAtATime(trx)
      if (days.some(({ day }) => !day.startsWith(`${year}-`))) return err('not_of_year' as const)
      if (new Set(days.map(({ day }) => day)).size < days.length) return err('twice' as const)
      const before = (await loadedYears(municipalityId, seat)).find((one) => one.year === year)
      const loaded = before !== undefined
      const change = calendarChange(await daysOfYear(municipalityId, year, seat), days)
      const changed = change.added.length + change.removed.length + change.renamed.length
      const source = given.partial ? besides(before?.source ?? '', given.source) : given.source
      if (before?.source === source && changed === 0) return ok({ days: 0, cases: 0 })
      const { timeZone } = (await calendarsAsTheyAre(municipalityId)).office
      const reason = given.reason?.trim() || null
      if (loaded && !reason && touchesThePast(change, localDate(given.at, timeZone)))
        return err('past_without_reason' as const)
      await new LoadCalendar().execute(municipalityId, { years: [year], days, seat, source })
      const calendars = await calendarsAsTheyAre(municipalityId)
      const { cases, audit } = await recountTerms(trx, calendars, given.at, { actor: given.actor })
      await enqueue(trx, [recountLater(given)])
      const named = (all: ClosedDay[]) =>
        all.map(({ day, scope, byHand }) => [day, scope, ...(byHand ? [byHand.source] : [])].join(' '))
      await appendAudit(
        trx,
        [
          ...audit,
          {
            actor: given.actor,
            action: loaded ? 'tenancy.calendar_changed' : 'tenancy.calendar_loaded',
            subject: { kind: 'calendar_years', id: seat === OFFICE ? String(year) : `${seat} ${year}` },
            detail: {
              ...{ year, seat, source: given.source, reason, cases },
              added: named(change.added),
              removed: named(change.removed),
              renamed: named(change.renamed),
            },
          },
        ],
        given.moved ? given.at : undefined
      )
      return ok({ days: changed, cases })
    })
  }
}

const besides = (before: string, source: string) =>
  before === '' || before.split('; ').includes(source) ? before : `${before}; ${source}`

/** Two who change the calendar of a town at once do it one after the other. */
const oneAtATime = (trx: TownTransaction) =>
  trx.rows(`SELECT 1 FROM calendar_years WHERE municipality_id = $1 ORDER BY year FOR UPDATE`, [
    trx.municipalityId,
  ])

const recountLater = ({ year, at, actor }: YearOfClosedDays) =>
  newJob('calendar_recount', at, {
    key: String(year),
    input: { actor: { ...actor } },
    run_at: new Date(at.getTime() + CALENDAR_KEPT_MS + 5_000).toISOString(),
  })
