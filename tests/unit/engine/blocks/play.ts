import assert from 'node:assert/strict'
import type { Event, Graph, State, Token } from '#engine/index'
import { Case } from '../case.ts'
import { OUTSIDE, Outside } from './outside.ts'
import type { Predicted } from './shape.ts'

/** The same numbers for the same seed. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const WORK = ['task', 'activity', 'call']
const MOST_MOVES = 3000

type Standing = [key: string, token: Token]
type Happening = Parameters<Case['happen']>[0]

/** Plays a predicted process: whatever can happen does, in an order by chance, until nothing waits any more. */
export class Play {
  readonly #outside = new Outside()
  readonly #picked = new Map<string, number>()
  readonly #left: Map<string, number>
  readonly #below: (below: number) => number

  private constructor(
    readonly predicted: Predicted,
    readonly played: Case,
    seed: number
  ) {
    this.#below = numbers(seed)
    this.#left = new Map(predicted.may)
  }

  static through(graph: Graph, predicted: Predicted, seed: number): Play {
    const play = new Play(predicted, new Case(graph), seed)
    play.#happen({ type: 'start', variables: predicted.variables })
    return play.#toItsEnd()
  }

  #toItsEnd(): this {
    for (let moves = 0; !this.played.ended; moves += 1) {
      if (moves > MOST_MOVES) throw new Error('the case does not come to an end')
      const waiting = this.#standing().filter((each) => this.#canHappen(each))
      const next = waiting[this.#below(waiting.length)]
      if (!next) throw new Error(`nothing can happen: ${JSON.stringify(this.played.state)}`)
      this.#move(next)
      if (this.#below(5) === 0) this.#deliverLate()
    }
    return this
  }

  /** In one order, whatever order the state keeps them in. */
  #standing = (): Standing[] =>
    Object.entries((this.played.state as State).tokens).sort(([a], [b]) => (a < b ? -1 : 1))

  #canHappen([key, token]: Standing): boolean {
    const { element, waits, held } = token
    if (this.predicted.silent.has(element)) return false
    if (waits === 'condition') return !held
    if (waits === 'choice') return this.#pick(key, element) !== undefined || !this.#busy(key)
    if (!OUTSIDE.includes(waits)) return false
    return WORK.includes(waits) || (this.#left.get(element) ?? 1) > 0
  }

  #busy = (scope: string): boolean =>
    Object.values((this.played.state as State).tokens).some((token) => token.scope === scope)

  /** What is to be begun next in an ad-hoc subprocess, if it can be now. */
  #pick(key: string, element: string): string | undefined {
    const next = this.predicted.picks.get(element)?.[this.#picked.get(key) ?? 0]
    const { sequential } = this.played.graph.nodes[element]!.data as { sequential: boolean }
    return sequential && this.#busy(key) ? undefined : next
  }

  #move([key, { element, waits, message, signal }]: Standing): void {
    if (this.#throws(key, element)) return
    // what is left of a task is how often it may be thrown at: doing it takes nothing from that
    if (!this.predicted.throws.has(element)) this.#spend(element)
    switch (waits) {
      case 'timer':
        return this.#happen({ type: 'trigger', key })
      case 'message':
        return this.#happen({ type: 'message', name: message ?? '', key, payload: null })
      case 'signal':
        return this.#happen({ type: 'signal', name: signal ?? '', key, payload: null })
      case 'condition':
        return this.#happen({ type: 'variables', variables: { [`is_${element}`]: true } })
      case 'choice':
        return this.#choose(key, element)
      case 'activity':
        if (this.#below(4) === 0) {
          this.#happen({ type: 'fail', key, reason: 'down' }, [key])
          this.#happen({ type: 'retry', key })
        }
    }
    this.#happen({ type: 'done', key, result: null })
  }

  #choose(key: string, element: string): void {
    const pick = this.#pick(key, element)
    if (pick === undefined) return this.#happen({ type: 'done', key, result: null })
    this.#picked.set(key, (this.#picked.get(key) ?? 0) + 1)
    this.#happen({ type: 'choose', key, element: pick }, [], false)
  }

  /** Instead of being done, or beside, a task may throw what is caught on its border. */
  #throws(key: string, element: string): boolean {
    const thrown = this.predicted.throws.get(element)
    if (!thrown || this.#below(2) === 0 || (this.#left.get(element) ?? 0) === 0) return false
    this.#spend(element)
    if (thrown.error) this.#happen({ type: 'error', key, code: thrown.error })
    if (thrown.escalation) this.#happen({ type: 'escalation', key, code: thrown.escalation }, [], false)
    return true
  }

  #spend(element: string): void {
    const left = this.#left.get(element)
    if (left !== undefined) this.#left.set(element, left - 1)
  }

  /** `incidents`: the keys that one is expected for; `twice`: whether a second delivery can be told from another event. */
  #happen(happening: Happening, incidents: string[] = [], twice = true): void {
    this.played.happen(happening, twice)
    this.#outside.hear(happening as Event, this.played.commands, this.played.state as State)
    const unexpected = this.played.of('incident').find(({ key }) => !incidents.includes(key))
    if (unexpected) throw new Error(`incident: ${JSON.stringify(unexpected)}`)
  }

  /** Something that has come before comes again, long after: nobody may notice. */
  #deliverLate(): void {
    const { events, state } = this.played
    const again = events[this.#below(events.length)] as Event
    if (!('key' in again) || !again.key || again.type === 'choose' || again.type === 'escalation') return
    if (Object.hasOwn((state as State).tokens, again.key)) return
    const before = this.played.state
    this.played.happen(again)
    this.played.events.pop()
    assert.deepEqual(this.played.state, before)
    assert.deepEqual(this.played.commands, [])
  }
}

/** Whether each element was entered, and each repeated task ordered, as often as was predicted, and in that order. */
export function checkTrace(played: Case, predicted: Predicted): void {
  checkOrder(played.path, predicted)
  const ordered = [...played.of('task', played.all), ...played.of('activity', played.all)]
  for (const [id, { least, most }] of predicted.orders) {
    const times = new Set(ordered.flatMap(({ element, key }) => (element === id ? [key] : []))).size
    if (times < least || times > most)
      throw new Error(`${id}: ordered ${times} times, not ${least} to ${most}`)
  }
}

export function checkOrder(path: string[], { counts, order }: Predicted): void {
  const entered = new Map<string, number[]>()
  for (const [n, id] of path.entries()) entered.set(id, [...(entered.get(id) ?? []), n])
  for (const id of entered.keys()) if (!counts.has(id)) throw new Error(`${id} was not to be entered`)
  for (const [id, { least, most }] of counts) {
    const times = entered.get(id)?.length ?? 0
    if (times < least || times > most) throw new Error(`${id}: ${times} times, not ${least} to ${most}`)
  }
  const places = (ids: string[]) => ids.flatMap((id) => entered.get(id) ?? [])
  for (const [before, after] of order)
    if (Math.max(...places(before), -1) > Math.min(...places(after), Infinity))
      throw new Error(`${after.join()} before ${before.join()}`)
}
