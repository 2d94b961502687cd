import { type Result, err, ok } from '#core/result'
import type { Json } from '#core/json'
import { kindOf } from '#engine/elements/index'
import { toJson } from '#engine/feel'
import type { Graph } from '#engine/graph'
import type { Event } from '#engine/protocol'
import { issueAgain } from '#engine/runtime/attempt'
import { draftOf } from '#engine/runtime/draft'
import type { Migrated, Migration, MigrationFault } from '#engine/migration'
import { Places } from '#engine/runtime/places'
import { plainOf } from '#engine/runtime/plain'
import { Step } from '#engine/runtime/step'
import { busy, tokensByAge } from '#engine/runtime/tokens'
import { valueOf } from '#engine/runtime/values'
import type { State } from '#engine/state'

/**
 * Carries a case over to another graph, between two events: tokens keep their keys, and with them their tasks, terms and
 * subscriptions. What is watched from now on is armed, what isn't any more is cancelled. Whatever has no place is a
 * fault, and then nothing moves; a case never ends by it. Onto the same graph it changes nothing.
 */
export function migrate(
  from: Graph,
  to: Graph,
  state: State,
  migration: Migration,
  happens: Pick<Event, 'at' | 'timeZone'>
): Result<Migrated, MigrationFault[]> {
  const places = new Places(from, to, state, migration)
  if (places.faults.length > 0) return err(places.faults)
  const event: Event = { ...happens, type: 'variables', variables: {} }
  const known = variablesOf(new Step(from, state, event, kindOf), to, migration)
  const draft = places.carried(draftOf(state))
  draft.variables = { ...draft.variables, ...known }
  const step = new Step(to, draft, event, kindOf)
  const changed = [give(step, places), watch(step, places), Object.keys(known).length > 0].includes(true)
  const emptied = faultsOfEmptied(step, places)
  tellAnew(step, places, migration)
  if (changed) step.run()
  const faults = [...emptied, ...afterwards(step)]
  if (faults.length > 0) return err(faults)
  const kept = places.kept.map(({ key, token, node }) => ({ key, from: token.element, to: node.id }))
  return ok({ state: draft, commands: step.commands, kept })
}

function variablesOf(step: Step, to: Graph, { variables = [] }: Migration): Record<string, Json> {
  return Object.fromEntries(
    variables.map(({ name, value }) => {
      const given = valueOf(step, value, {})
      return [name, (to.variables[name] ?? 'any') === 'any' ? plainOf(given) : toJson(given)]
    })
  )
}

/** Gives up what goes on nowhere, and begins what takes its place. */
function give(step: Step, { given }: Places): boolean {
  for (const { key, token, begin } of given) {
    if (!(key in step.state.tokens)) continue
    step.drop(key)
    if (begin) step.send(begin, token.scope)
  }
  return given.length > 0
}

/** A part in which nothing is left isn't done: whoever gives up what was in it gives up the part, or begins something in it. */
function faultsOfEmptied(step: Step, { kept, given }: Places): MigrationFault[] {
  if (given.length === 0) return []
  return kept.flatMap(({ key, token }): MigrationFault[] => {
    const holds = ['inside', 'many'].includes(token.waits) && !token.incident
    if (!holds || busy(step.state, key) || step.isAwaited(key)) return []
    return [{ code: 'empties_part', key, element: token.element, detail: '' }]
  })
}

/** Arms the events that watch something only from now on. */
function watch(step: Step, places: Places): boolean {
  const beside = places.kept.flatMap((place) =>
    places.unwatched(place).map((element) => ({ element, host: place.key, scope: place.token.scope }))
  )
  const scopes = places.kept
    .filter(({ token }) => ['inside', 'choice'].includes(token.waits))
    .map(({ key }) => key)
  const inside = [undefined, ...scopes].flatMap((scope) =>
    places.unstarted(scope).map((element) => ({ element, scope, starter: true as const }))
  )
  for (const { element, ...how } of [...beside, ...inside]) step.watch(element, how)
  return beside.length + inside.length > 0
}

/** The order for a task, or the term of a timer, as the new graph gives it. */
function tellAnew(step: Step, { kept }: Places, { anew }: Migration): void {
  for (const { key, token, node } of kept) {
    if (!anew?.has(node.id) || token.incident) continue
    if (token.waits === 'task') issueAgain(step, key, token)
    if (token.waits === 'timer') kindOf(node).enter(step, node, { ...token, key })
  }
}

/** What only shows once it has moved. */
function afterwards({ state, commands }: Step): MigrationFault[] {
  const [first] = tokensByAge(state)
  if (state.status === 'ended' || !first) return [{ code: 'ends_case', key: '', element: '', detail: '' }]
  return commands.flatMap((command) =>
    command.type === 'incident'
      ? [{ code: 'stalls' as const, key: command.key, element: command.element, detail: command.code }]
      : []
  )
}
