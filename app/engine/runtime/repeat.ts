import type { Arrival } from '#engine/elements/kind'
import { type FeelValue, toJson } from '#engine/feel'
import type { LoopPlan, Node } from '#engine/graph'
import { plainOf } from '#engine/runtime/plain'
import { type Seen, seenBy, wentWrong } from '#engine/runtime/seen'
import type { Step } from '#engine/runtime/step'
import { remember } from '#engine/runtime/undo'
import { demand, failing, keep, valueOf } from '#engine/runtime/values'
import type { Loop, Token } from '#engine/state'
import type { Json } from '#core/json'

/** More would be a list to be worked through by other means than one process. */
export const MOST_ITEMS = 500

/** How often an element goes round at most, before a person has to look. */
export const MOST_TURNS = 1000

type Items = Extract<LoopPlan, { over: 'items' }>

/** Opens an element that is repeated: a token that stands for all its repetitions, and the first of them. */
export function repeat(step: Step, node: Node, arrival: Arrival): void {
  const plan = node.loop as LoopPlan
  if (plan.over === 'condition') {
    step.wait(node, arrival, { waits: 'many', loop: { items: null, begun: 0, done: 0 } })
    return goOn(step, node, arrival.key)
  }
  const items = itemsOf(step, plan, valueOf(step, plan.collection, arrival))
  if (!items)
    return step.stall(node, arrival, 'collection_unusable', plan.collection.source, {
      because: seenBy(step, [plan.collection], arrival),
    })
  const loop: Loop = { items, begun: 0, done: 0 }
  step.wait(node, arrival, { waits: 'many', loop: plan.collect ? { ...loop, collected: [] } : loop })
  goOn(step, node, arrival.key)
}

/** One repetition is over: what it gave is kept, and the next begins or the element is left. */
export function endRepetition(step: Step, node: Node, arrival: Arrival): void {
  const { key, scope } = arrival
  const { loop } = bodyOf(step, scope as string)
  const plan = node.loop as LoopPlan
  const each = plan.over === 'items' ? plan.collect?.each : undefined
  let given: Json = null
  const failed = failing(() => {
    if (each) given = plainOf(demand(step, each, arrival))
  })
  const locals = localsOf(step, arrival)
  if (failed) {
    const [source, because] = wentWrong(step, failed)
    return step.stall(node, { ...arrival, locals }, 'expression_failed', source, {
      waits: 'leaving',
      because,
    })
  }
  const index = Number(locals?.['loopCounter'] ?? 1) - 1
  remember(step, node, arrival)
  step.drop(key, 'quietly')
  const collected = loop.collected && loop.collected.slice()
  if (collected) {
    // one that never ends leaves null in its place
    for (let n = collected.length; n < index; n += 1) collected.push(null)
    collected[index] = given
  }
  setLoop(step, scope as string, { ...loop, done: loop.done + 1, ...(collected && { collected }) })
  goOn(step, node, scope as string)
}

/** A repetition was taken away by hand: it counts as one that is over, and gives nothing. */
export function skipTurn(step: Step, key = ''): void {
  const { loop, element } = bodyOf(step, key)
  setLoop(step, key, { ...loop, done: loop.done + 1 })
  goOn(step, step.node(element), key)
}

/** Begins what is due of the repetitions, or leaves the element when they are over. */
export function goOn(step: Step, node: Node, key: string): void {
  const plan = node.loop as LoopPlan
  const { loop, incident } = bodyOf(step, key)
  // it is asked again once somebody has mended what it stopped at
  if (incident) return
  if (plan.over === 'condition') return again(step, node, key, plan)
  const items = loop.items ?? []
  const until = loop.done > 0 && plan.until ? asked(step, key, plan.until) : UNASKED
  if (!until) return
  if (until.holds || loop.done >= items.length) {
    const counts = { numberOfInstances: items.length, numberOfCompletedInstances: loop.done }
    return leaveAll(step, node, key, { ...until.seen, ...counts }, plan)
  }
  const wanted = plan.sequential ? Math.min(loop.done + 1, items.length) : items.length
  for (let n = loop.begun; n < wanted; n += 1) {
    const locals = { loopCounter: n + 1, ...(plan.item && { [plan.item]: items[n] as Json }) }
    step.send(node.id, key, { locals })
  }
  setLoop(step, key, { ...loop, begun: Math.max(loop.begun, wanted) })
}

function again(step: Step, node: Node, key: string, plan: Extract<LoopPlan, { over: 'condition' }>): void {
  const { loop } = bodyOf(step, key)
  const goes =
    loop.done === 0 && !plan.testBefore ? { ...UNASKED, holds: true } : asked(step, key, plan.condition)
  if (!goes) return
  if (!goes.holds || (plan.most !== null && loop.done >= plan.most))
    return leaveAll(step, node, key, { ...goes.seen, loopCounter: loop.done })
  // a most that is drawn is a way out; ours only keeps a case from going round for ever
  if (loop.done >= MOST_TURNS) return step.halt(key, 'too_many_entries', String(MOST_TURNS))
  if (loop.done > 0) step.command({ type: 'trace', element: node.id, kind: 'again', because: goes.seen })
  setLoop(step, key, { ...loop, begun: loop.begun + 1 })
  step.send(node.id, key)
}

/** Whether a condition holds, and what it saw. */
interface Asked {
  holds: boolean
  seen: Seen
}

const UNASKED: Asked = { holds: false, seen: {} }

/** Asks a condition over the repetitions; null stops the element with an incident. */
function asked(step: Step, key: string, condition: NonNullable<Items['until']>): Asked | null {
  const { loop, ...token } = bodyOf(step, key)
  const counts = {
    numberOfInstances: loop.items?.length ?? loop.begun,
    numberOfCompletedInstances: loop.done,
    numberOfActiveInstances: loop.begun - loop.done,
    loopCounter: loop.done,
    ...gatheredIn(step.node(token.element), loop),
  }
  const where = { ...token, key, locals: counts }
  const holds = valueOf(step, condition, where)
  const seen = seenBy(step, [condition], where)
  if (typeof holds === 'boolean') return { holds, seen }
  step.halt(key, 'condition_not_boolean', condition.source, seen)
  return null
}

function leaveAll(step: Step, node: Node, key: string, because: Seen, plan?: Items): void {
  const { loop, scope, locals } = bodyOf(step, key)
  const arrival: Arrival = { key, ...(scope && { scope }), ...(locals && { locals }) }
  if (plan?.collect) keep(step, arrival, { [plan.collect.name]: loop.collected ?? [] })
  step.leave(node, arrival, node.outgoing, because)
}

/** What the repetitions gave so far, by the name under which the rest of the process will see it. */
function gatheredIn({ loop: plan }: Node, { collected }: Loop): Record<string, Json> {
  return plan?.over === 'items' && plan.collect ? { [plan.collect.name]: collected ?? [] } : {}
}

type Body = Token & { loop: Loop }

const bodyOf = (step: Step, key: string): Body => step.state.tokens[key] as Body

const localsOf = (step: Step, { key, locals }: Arrival) => step.state.tokens[key]?.locals ?? locals

function setLoop(step: Step, key: string, loop: Loop): void {
  step.state.tokens[key] = { ...bodyOf(step, key), loop }
}

/**
 * A list, or how many there are: then each is its number; null when it is neither. Items whose type is declared
 * are read back by it; of the others, whole numbers stay numbers.
 */
function itemsOf(step: Step, { item }: Items, value: FeelValue): Json[] | null {
  const typed = item !== null && (step.graph.variables[item] ?? 'any') !== 'any'
  const count = Array.isArray(value) ? value.length : plainOf(value)
  if (typeof count !== 'number' || count < 0 || count > MOST_ITEMS) return null
  if (Array.isArray(value)) return value.map(typed ? toJson : plainOf)
  return Array.from({ length: count }, (_, n) => n + 1)
}
