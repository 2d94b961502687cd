import { errorsOf } from '#catalogue/domain/vocabulary'
import { type State, reportableAt } from '#engine/index'
import { happen } from '#catalogue/domain/simulate/run'
import type { World } from '#catalogue/domain/simulate/world'
import type { Step } from '#catalogue/domain/scenario'

type StepOf<Key extends string> = Extract<Step, Record<Key, unknown>>

/** Lets an event happen, and says so where nothing waited for it. */
function attempt(
  world: World,
  event: Parameters<typeof happen>[1],
  unheard: { code: string; pointer: string; params: Record<string, string> }
): void {
  const before = world.timeline.length
  happen(world, event)
  if (world.timeline.length === before) world.obstacles.push(unheard)
}

/** Another case of the town threw a signal. */
export const signal = (world: World, { signal: name, payload = {} }: StepOf<'signal'>, pointer: string) =>
  attempt(
    world,
    { type: 'signal', name, payload },
    {
      code: 'SIGNAL_UNHEARD',
      pointer: `${pointer}/signal`,
      params: { signal: name },
    }
  )

/** The offer that an element belongs to, or is. */
const offered = ({ offers }: World, wanted: (offer: { element: string; choices: string[] }) => boolean) =>
  [...offers.values()].findLast(wanted)

/** Somebody begins a step of an ad-hoc part. */
export function choose(world: World, { choose: element }: StepOf<'choose'>, pointer: string): void {
  const offer = offered(world, ({ choices }) => choices.includes(element))
  attempt(
    world,
    { type: 'choose', key: offer?.key ?? '', element },
    {
      code: 'NOT_OFFERED',
      pointer: `${pointer}/choose`,
      params: { element },
    }
  )
}

/** Somebody closes an ad-hoc part, in which nothing is open any more. */
export function close(world: World, { close: element }: StepOf<'close'>, pointer: string): void {
  const offer = offered(world, (one) => one.element === element)
  attempt(
    world,
    { type: 'done', key: offer?.key ?? '', result: {} },
    {
      code: 'NOT_OFFERED',
      pointer: `${pointer}/close`,
      params: { element },
    }
  )
}

/**
 * Whoever does a task reports an error, or something that those above should know, where something hears it; or the case
 * that a call opened ended by that error, or escalated it.
 */
export function report(world: World, step: StepOf<'error'> | StepOf<'escalation'>, pointer: string): void {
  const [type, element] =
    'error' in step ? (['error', step.error] as const) : (['escalation', step.escalation] as const)
  const { code } = step
  const found = Object.entries(world.state?.tokens ?? {}).findLast(([, token]) => token.element === element)
  const unheard = { code: 'NOT_WORKED_ON', pointer: `${pointer}/${type}`, params: { element } }
  if (!found || !canReport(world, found, { what: type, code })) return void world.obstacles.push(unheard)
  const [key, { waits }] = found
  if (waits === 'call' && type === 'error') world.calls.delete(key)
  attempt(world, { type, key, code }, unheard)
}

const canReport = (
  { procedure: { graph }, state }: World,
  [key, { waits, incident }]: [string, State['tokens'][string]],
  told: { what: string; code: string }
): boolean =>
  waits === 'call'
    ? !incident
    : reportableAt(graph, state as State, key).some(
        ({ what, code }) => what === told.what && code === told.code
      )

/** An office is to answer with an error of its own when it is asked next. */
export function refuse(world: World, { refuses, code }: StepOf<'refuses'>, pointer: string): void {
  if (errorsOf(refuses).includes(code)) return void world.refusals.set(refuses, code)
  const params = { activity: refuses, code, known: errorsOf(refuses).join(', ') || '-' }
  world.obstacles.push({ code: 'NOT_AN_ERROR', pointer: `${pointer}/code`, params })
}

/** Variables are corrected, or become known. */
export const correct = (world: World, { variables }: StepOf<'variables'>) =>
  happen(world, { type: 'variables', variables })
