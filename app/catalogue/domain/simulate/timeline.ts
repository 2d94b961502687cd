import { canonical } from '#core/canonical_json'
import type { Json } from '#core/json'
import type { Command, State } from '#engine/index'
import { dueAt } from '#catalogue/domain/simulate/clock'
import type { Deeds, Moment } from '#catalogue/domain/simulate/result'
import { spend } from '#catalogue/domain/simulate/spent'
import type { World } from '#catalogue/domain/simulate/world'

type Variables = State['variables']

/** The element that an event was for, while it still waited. */
function elementOf(event: Moment['event'], before: State | null, commands: Command[]): string | null {
  if ('key' in event && event.key) return before?.tokens[event.key]?.element ?? null
  if (event.type !== 'message') return null
  // The first that moves is the one that had waited.
  const first = commands.find((command) => command.type === 'trace')
  return first?.element ?? null
}

function changedBetween(before: Variables, after: Variables): Record<string, Json> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const differs = (name: string) => canonical(before[name] ?? null) !== canonical(after[name] ?? null)
  return Object.fromEntries(
    names
      .filter((name) => before[name] !== after[name] && differs(name))
      .map((name) => [name, after[name] ?? null])
  )
}

/** What the offices have done since it was asked last. */
function newDeeds({ documents, entries, notifications, notices, thrown, money, told }: World): Deeds {
  const notified = notifications.map(({ template }) => template)
  const all: Deeds = { documents, entries, notified, notices, thrown, money }
  const since = <Kind extends keyof Deeds>(kind: Kind) => all[kind].slice(told[kind] ?? 0) as Deeds[Kind]
  const deeds: Deeds = {
    documents: since('documents'),
    entries: since('entries'),
    notified: since('notified'),
    notices: since('notices'),
    thrown: since('thrown'),
    money: since('money'),
  }
  for (const kind of Object.keys(all) as (keyof Deeds)[]) told[kind] = all[kind].length
  return deeds
}

/** Keeps what happened now, with what it led to; what changed nothing is no moment. */
export function keepMoment(
  world: World,
  event: Moment['event'],
  { before, commands }: { before: State | null; commands: Command[] }
): void {
  const { state, now, timeline } = world
  // a step that orders nothing is one all the same: the first of several answers
  if (state === before && event.type !== 'reminder') return
  const moment: Moment = {
    at: event.type === 'reminder' ? event.at : now,
    event,
    element: elementOf(event, before, commands),
    commands,
    state,
    terms: [...world.timers.values()].map((timer) => ({
      element: state?.tokens[timer.key]?.element ?? '',
      dueAt: dueAt(timer, world),
    })),
    changed: changedBetween(before?.variables ?? {}, state?.variables ?? {}),
    ...newDeeds(world),
  }
  timeline.push(moment)
  spend(world, moment, before)
}
