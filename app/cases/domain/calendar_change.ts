import { canonical } from '#core/canonical_json'
import type { ClosedDay } from '#tenancy/domain/closed_days'

export interface CalendarChange {
  added: ClosedDay[]
  removed: ClosedDay[]
  /** Days that only have another name, scope or source. */
  renamed: ClosedDay[]
}

/** What a new list of a year's closed days changes of the old one. */
export function calendarChange(before: ClosedDay[], after: ClosedDay[]): CalendarChange {
  const [was, is] = [byDay(before), byDay(after)]
  return {
    added: after.filter(({ day }) => !was.has(day)),
    removed: before.filter(({ day }) => !is.has(day)),
    renamed: after.filter((one) => {
      const old = was.get(one.day)
      return old !== undefined && canonical(plain(old)) !== canonical(plain(one))
    }),
  }
}

const byDay = (days: ClosedDay[]) => new Map(days.map((one) => [one.day, one]))

const plain = ({ day, scope, name: { es, ca, en }, byHand }: ClosedDay) => ({
  ...{ day, scope, name: { es, ca, en } },
  source: byHand?.source ?? null,
})

/** Whether it touches a day that has begun: deadlines may have been met or missed by it. */
export const touchesThePast = ({ added, removed }: CalendarChange, today: string): boolean =>
  [...added, ...removed].some(({ day }) => day <= today)
