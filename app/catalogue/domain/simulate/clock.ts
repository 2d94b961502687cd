import {
  type Deadline,
  type Term,
  dateDue,
  deadline,
  effectiveFiling,
  halved,
  lastDateBefore,
} from '#deadlines/index'
import type { OpenTimer } from '#catalogue/domain/simulate/open_timer'
import type { World } from '#catalogue/domain/simulate/world'

/** Instants are compared as moments: one may carry more digits than the other. */
const ms = (instant: string) => Date.parse(instant)

/** Keeps which years a term went through whose closed days the calendar lacks: its end is provisional. */
export function noteUnloaded({ warnings }: Pick<Deadline, 'warnings'>, { unloaded }: World): void {
  for (const { params } of warnings) unloaded.add(String(params.year))
}

/** The term to resolve: of what is urgent the half (Law 39/2015, art. 33). */
export const termToResolve = ({ procedure: { sheet }, urgent }: World): Term | null =>
  sheet.term && urgent ? halved(sheet.term) : sheet.term

/** When a term is over; it is asked for at each moment, and counted anew only once something of it has changed. */
function endOf({ from, urgent, pauses, extension }: OpenTimer, whole: Term, world: World): string {
  const term = urgent ? halved(whole) : whole
  const asked = JSON.stringify([term, from, pauses, extension])
  const known = world.counted.get(asked)
  if (known) return known
  const counted = deadline(term, from, world.calendar, { pauses, extension })
  noteUnloaded(counted, world)
  world.counted.set(asked, counted.expiresAt)
  return counted.expiresAt
}

/** When a timer is due, or null while it stands still. */
export function dueAt(timer: OpenTimer, world: World): string | null {
  const { calendar } = world
  if (timer.pauses.some(({ to }) => to === null)) return null
  if ('term' in timer.due) return endOf(timer, timer.due.term, world)
  return dateDue(timer.due, calendar.timeZone)
}

/** The timer that is due first, up to and including `until`. */
export function nextDue(world: World, until: string): { timer: OpenTimer; at: string } | null {
  const due = [...world.timers.values()].flatMap((timer) => {
    const at = dueAt(timer, world)
    return at !== null && ms(at) <= ms(until) ? [{ timer, at }] : []
  })
  return due.sort((a, b) => ms(a.at) - ms(b.at))[0] ?? null
}

/** What is filed on a closed day counts from the first hour of the next working day (art. 31.2). */
export const effectiveAt = (instant: string, world: World): string =>
  effectiveFiling(instant, world.calendar).effectiveAt

/** The suspension of the term of the case (art. 22) reaches the timers that say so. */
export function suspendTimers(world: World): void {
  for (const timer of world.timers.values())
    if (timer.suspends && dueAt(timer, world) !== null) timer.pauses.push({ from: world.now, to: null })
  if (world.pauses.every(({ to }) => to !== null))
    world.pauses.push({ from: effectiveFiling(world.now, world.calendar).recordedDate, to: null })
}

export function resumeTimers(world: World): void {
  for (const timer of world.timers.values())
    timer.pauses = timer.pauses.map((pause) => (pause.to === null ? { ...pause, to: world.now } : pause))
  const ended = lastDateBefore(world.now, world.calendar.timeZone)
  world.pauses = world.pauses.map(({ from, to }) => ({ from, to: to ?? (ended < from ? from : ended) }))
}
