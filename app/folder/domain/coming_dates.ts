import { lastDateBefore } from '#deadlines/index'
import type { Coming } from '#cases/queries/coming'

interface Words {
  timeZone: string
  t(key: string, params?: Record<string, string | number>): string
  day(at: Date): string
  date(day: string): string
  until(lastDay: string, since?: string): string
}

/** A line of the dates to come: what, and until when. */
export interface ComingDate {
  key: string
  value: string
}

/**
 * The dates of a case that its interested party has to know, before they come: the last day to answer, to pay, to open a
 * notification, until when the office must resolve (Law 39/2015, art. 21.4), and the reminders they will get.
 */
export function comingDates(all: Coming[], suspendedOn: string | null, words: Words): ComingDate[] {
  const { t, date, day, until, timeZone } = words
  return all.flatMap(({ kind, at, lastDay, since, name, of }) => {
    if (kind === 'timer' || of === 'resolution') return []
    if (kind === 'reminder')
      return at
        ? [
            {
              key: t(`folder.dates.reminder.${of ?? 'answer'}`),
              value: t('folder.dates.leaves', { date: day(at) }),
            },
          ]
        : []
    const key = t(`folder.dates.${kind}`, { name: name ?? '' })
    const last = lastDay ?? (at && lastDateBefore(at.toISOString(), timeZone))
    // Ten natural days are what they are (art. 43.2); every other last day moves with the calendar.
    const told = (day: string) => (kind === 'notification' ? date(day) : until(day, since ?? undefined))
    if (at && last) return [{ key, value: t('folder.dates.until', { date: told(last) }) }]
    return suspendedOn ? [{ key, value: t('folder.dates.suspended', { date: date(suspendedOn) }) }] : []
  })
}
