import { type Awaited, plannedReminders } from '#catalogue/domain/reminders'
import { dueAt, termToResolve } from '#catalogue/domain/simulate/clock'
import { keepMoment } from '#catalogue/domain/simulate/timeline'
import type { World } from '#catalogue/domain/simulate/world'
import { deadline, lastDateBefore, suspended } from '#deadlines/index'

/** What waits until a last day, and does not stand still. */
const awaitedIn = (world: World): Awaited[] => [
  ...answers(world),
  ...resolution(world),
  ...world.notifications.flatMap(({ id, lastDay, open }) => (open && lastDay ? [{ of: 'notification' as const, id, lastDay }] : [])), // prettier-ignore
  ...world.payments.filter(({ open }) => open).map(({ id, lastDay }) => ({ of: 'payment' as const, id, lastDay })), // prettier-ignore
]

function answers(world: World): Awaited[] {
  const { tasks, timers, state, calendar } = world
  const citizens = [...tasks.values()].filter(({ role }) => role === 'citizen')
  if (citizens.length === 0) return []
  const watching = Map.groupBy(timers.values(), ({ key }) => state?.tokens[key]?.host)
  return citizens.flatMap(({ key }) => {
    const due = (watching.get(key) ?? []).map((timer) => dueAt(timer, world))
    if (due.length === 0 || due.includes(null)) return []
    const first = (due as string[]).sort()[0] as string
    return [{ of: 'answer' as const, id: key, lastDay: lastDateBefore(first, calendar.timeZone) }]
  })
}

function resolution(world: World): Awaited[] {
  const { state, silence, termMet, countsFrom, pauses, extension, calendar } = world
  const term = termToResolve(world)
  if (!term || termMet || silence !== null || state?.status !== 'running') return []
  const due = suspended(deadline(term, countsFrom, calendar, { extension }), pauses, calendar)
  return due ? [{ of: 'resolution', id: '', lastDay: due.lastDay }] : []
}

/** Sends the reminders that fall between now and an instant, if nothing else happens before. */
export function remind(world: World, until: string): void {
  const { procedure, calendar, now, reminders, reminded } = world
  const planned = plannedReminders(procedure.sheet.reminders ?? [], awaitedIn(world), calendar)
  for (const { of, key, at } of planned.sort((a, b) => a.at.localeCompare(b.at))) {
    if (Date.parse(at) <= Date.parse(now) || Date.parse(at) > Date.parse(until) || reminded.has(key)) continue
    reminded.add(key)
    reminders.push(of)
    keepMoment(world, { type: 'reminder', at, of }, { before: world.state, commands: [] })
  }
}
