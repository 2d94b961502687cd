import assert from 'node:assert/strict'
import type { Json } from '#core/json'
import {
  type Command,
  type Event,
  type Graph,
  type Known,
  type State,
  advance,
  compileProcess,
} from '#engine/index'

type Happening = Event extends infer E ? (E extends Event ? Omit<E, 'at' | 'timeZone'> : never) : never
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}

const copy = <T>(value: T): T => freeze(JSON.parse(JSON.stringify(value)) as T)

/** Keys in the opposite order: what a database may do to an object. */
const shuffled = <T>(value: T): T =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, shuffled(inner)])
      ) as T)
    : value

export async function graphOf(xml: string, known?: Known): Promise<Graph> {
  const compiled = await compileProcess({ file: 'process.bpmn', xml, known })
  assert.ok(compiled.ok, compiled.ok ? '' : JSON.stringify(compiled.error, null, 1))
  return copy(compiled.value)
}

/**
 * A case that a spec plays. At each step the state goes through JSON and is frozen, a second delivery of the
 * event must change nothing, and the order of keys must not matter.
 */
export class Case {
  state: State | null = null
  /** The commands of the last event. */
  commands: Command[] = []
  all: Command[] = []
  events: Event[] = []

  constructor(readonly graph: Graph) {}

  static async of(xml: string, variables: Record<string, Json> = {}): Promise<Case> {
    return new Case(await graphOf(xml)).happen({ type: 'start', variables })
  }

  happen(happening: Happening, twice = true): this {
    const event = copy({ at: '2026-03-02T09:00:00Z', timeZone: 'Europe/Madrid', ...happening } as Event)
    const before = this.state
    const { state, commands } = advance(this.graph, before, event)
    assert.deepEqual(copy({ state, commands }), { state, commands }, 'state and commands are plain JSON')
    assert.deepEqual(
      copy(advance(this.graph, before && freeze(shuffled(before)), event)),
      copy({ state, commands })
    )
    this.state = copy(state)
    this.commands = commands
    this.all.push(...commands)
    this.events.push(event)
    if (twice) assert.deepEqual(advance(this.graph, this.state, event), { state: this.state, commands: [] })
    return this
  }

  /** The key of the only token that stands on an element. */
  key(element: string): string {
    const keys = Object.entries(this.state?.tokens ?? {}).flatMap(([key, token]) =>
      token.element === element ? [key] : []
    )
    assert.equal(keys.length, 1, `one token on ${element}: ${JSON.stringify(this.state?.tokens)}`)
    return keys[0] as string
  }

  /** The keys of all tokens that stand on an element, oldest first. */
  keys = (element: string, waits?: string): string[] =>
    Object.entries(this.state?.tokens ?? {})
      .filter(([, token]) => token.element === element && (waits === undefined || token.waits === waits))
      .map(([key]) => key)
      .sort((a, b) => Number(a.split(':')[1]) - Number(b.split(':')[1]))

  doneAt = (key: string, result: Json = null) => this.happen({ type: 'done', key, result })
  done = (element: string, result: Json = null) =>
    this.happen({ type: 'done', key: this.key(element), result })
  trigger = (element: string) => this.happen({ type: 'trigger', key: this.key(element) })
  message = (name: string, payload: Json = null, correlation?: string) =>
    this.happen({ type: 'message', name, payload, correlation })
  signal = (name: string, payload: Json = null, twice = true) =>
    this.happen({ type: 'signal', name, payload }, twice)
  escalate = (element: string, code: string) =>
    this.happen({ type: 'escalation', key: this.key(element), code }, false)
  set = (variables: Record<string, Json>) => this.happen({ type: 'variables', variables })
  retry = (element: string, variables?: Record<string, Json>) =>
    this.happen({ type: 'retry', key: this.key(element), variables }, false)

  of<T extends Command['type']>(type: T, commands = this.commands): CommandOf<T>[] {
    return commands.filter((command): command is CommandOf<T> => command.type === type)
  }

  /** The elements entered so far, in order. */
  get path(): string[] {
    return this.of('trace', this.all)
      .filter(({ kind }) => kind === 'enter')
      .map(({ element }) => element)
  }

  /** The elements that something waits on. */
  get waiting(): string[] {
    return Object.values(this.state?.tokens ?? {})
      .map(({ element }) => element)
      .sort()
  }

  get ended(): boolean {
    return this.state?.status === 'ended'
  }

  /** The same events from the beginning give the same state. */
  replayed(): State | null {
    return this.events.reduce<State | null>((state, event) => advance(this.graph, state, event).state, null)
  }
}
