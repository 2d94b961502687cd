import { type Calendar, parseTerm, reminderAt } from '#deadlines/index'

/** Whose last day somebody is reminded of. */
export type ReminderOf = 'answer' | 'payment' | 'notification' | 'resolution'

/** What a sheet declares: how long before a last day a courtesy notice leaves (Law 39/2015, art. 41.6). */
export interface Reminder {
  of: ReminderOf
  before: string
}

/** Something that waits until a last day; `id` tells it from others of its sort. */
export interface Awaited {
  of: ReminderOf
  id: string
  lastDay: string
}

export interface PlannedReminder extends Awaited {
  before: string
  /** Makes it once. */
  key: string
  at: string
}

/** The reminders of what waits now, each with its instant. */
export const plannedReminders = (
  reminders: Reminder[],
  awaited: Awaited[],
  calendar: Calendar
): PlannedReminder[] =>
  reminders.flatMap(({ of, before }) => {
    const term = parseTerm(before)
    if (!term.ok) return []
    return awaited
      .filter((one) => one.of === of)
      .map((one) => ({
        ...one,
        before,
        key: [of, one.id, before.replaceAll(' ', '_')].join(':'),
        at: reminderAt(one.lastDay, term.value, calendar),
      }))
  })
