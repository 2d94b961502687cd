import { FAILED, Refusal } from '#catalogue/domain/simulate/exchange'
import { dueAt, termToResolve } from '#catalogue/domain/simulate/clock'
import type { OpenTimer } from '#catalogue/domain/simulate/open_timer'
import type { World } from '#catalogue/domain/simulate/world'
import type { Json } from '#core/json'
import { deadline, extended, halved, lastDateBefore, parseTerm } from '#deadlines/index'

/** Extends a term as the house does (Law 39/2015, arts. 23 and 32): what the law does not allow is an error. */
export function extendSimulated(world: World, input: Record<string, Json>): Json | typeof FAILED | Refusal {
  const { calendar, countsFrom, pauses, extension, now } = world
  const by = parseTerm(String(input['by']))
  if (!by.ok) return FAILED
  const of = typeof input['of'] === 'string' ? input['of'] : null
  const term = termToResolve(world)
  const timers = timersOf(world, of)
  const [first] = timers
  const counted = of
    ? first &&
      'term' in first.due &&
      deadline(first.urgent ? halved(first.due.term) : first.due.term, first.from, calendar)
    : term && deadline(term, countsFrom, calendar, { pauses: pauses.filter(({ to }) => to !== null) })
  if (!counted) return new Refusal('no_term')
  if (of ? first?.extension : extension) return new Refusal('extended_before')
  const longer = extended(counted, by.value, now, calendar, of ? 'half' : 'whole')
  if (!longer.ok) return new Refusal(longer.error[0]!.code.replace('EXTENSION_', '').toLowerCase())
  for (const timer of timers) timer.extension = by.value
  if (!of) world.extension = by.value
  return { lastDay: longer.value.lastDay }
}

/** Those that end with the term: of the one to resolve what stands still with it and is as long, of a task the first. */
export function timersOf(world: World, of: string | null): OpenTimer[] {
  const { timers, state, procedure, calendar } = world
  const all = [...timers.values()]
  const { term } = procedure.sheet
  if (!of)
    return all.filter(
      ({ suspends, due }) =>
        suspends && 'term' in due && term?.unit === due.term.unit && term.amount === due.term.amount
    )
  const tokens = state?.tokens ?? {}
  const ends = (timer: OpenTimer) => {
    const at = dueAt(timer, world)
    return at && lastDateBefore(at, calendar.timeZone)
  }
  const ofTask = all.filter(({ key }) => tokens[tokens[key]?.host ?? '']?.element === of)
  const first = ofTask.map(ends).sort()[0]
  return ofTask.filter((timer) => ends(timer) === first)
}
