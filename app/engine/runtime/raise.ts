import type { Node } from '#engine/graph'
import { beginPart } from '#engine/runtime/begin_part'
import { fire } from '#engine/runtime/fire'
import type { Step } from '#engine/runtime/step'
import { isRepetition, tokenAt } from '#engine/runtime/tokens'

/** What an error or escalation event catches: one code, or (null) any. */
export interface CaughtCode {
  code: string | null
  interrupts: boolean
}

/** How far a throw got: nobody took it, it opened a branch, or it ended what it was thrown in. */
export type Caught = 'uncaught' | 'beside' | 'interrupted'

/**
 * Throws an error or escalation from the token `from` outwards: the nearest boundary event or event subprocess
 * that names the code, or takes any, has it. What is thrown in an event subprocess isn't for its neighbours.
 */
export function raise(
  step: Step,
  what: 'error' | 'escalation',
  code: string,
  from: { key?: string; scope?: string }
): Caught {
  let scope = from.scope
  if (from.key !== undefined) {
    const token = tokenAt(step.state, from.key)
    if (!token) return 'uncaught'
    const caught = onBorder(step, what, code, from.key)
    if (caught) return caught
    scope = token.scope
  }
  for (;;) {
    const caught = inScope(step, what, code, scope, from)
    if (caught) return caught
    if (scope === undefined) return 'uncaught'
    const border = onBorder(step, what, code, scope)
    if (border) return border
    scope = step.state.tokens[scope]?.scope
  }
}

function onBorder(step: Step, what: string, code: string, key: string): Caught | null {
  const token = step.state.tokens[key]
  if (!token || isRepetition(step.state, token.element, token.scope)) return null
  const catcher = best(step, step.node(token.element).boundaries, `${what}_boundary`, code)
  if (!catcher) return null
  fire(step, catcher, { key: '', host: key, scope: token.scope }, catcher.data.interrupts)
  return catcher.data.interrupts ? 'interrupted' : 'beside'
}

function inScope(
  step: Step,
  what: string,
  code: string,
  scope: string | undefined,
  from: { key?: string; scope?: string }
): Caught | null {
  const open = scope === undefined ? undefined : step.state.tokens[scope]
  // its repetitions are the scopes, not what stands for all of them
  if (open?.waits === 'many') return null
  const around = open?.element ?? ''
  const closed = cameOutOfPart(step, scope, from) || wasInterrupted(step, scope)
  const catcher = closed ? undefined : best(step, step.graph.events[around] ?? [], `${what}_start`, code)
  if (!catcher) return null
  beginPart(step, catcher, { key: '', scope }, catcher.data.interrupts)
  return catcher.data.interrupts ? 'interrupted' : 'beside'
}

function cameOutOfPart(
  step: Step,
  scope: string | undefined,
  from: { key?: string; scope?: string }
): boolean {
  for (let key = from.key ?? from.scope; key !== undefined; key = step.state.tokens[key]?.scope) {
    const token = step.state.tokens[key]
    if (token?.scope === scope && token && step.node(token.element).kind === 'event_sub_process') return true
  }
  return false
}

/** An event subprocess has taken over there, or it is being cancelled. */
const wasInterrupted = (step: Step, scope: string | undefined): boolean =>
  Object.values(step.state.tokens).some(
    (token) => token.scope === scope && (token.interrupted || step.node(token.element).kind === 'cancel_end')
  )

function best(step: Step, ids: readonly string[], kind: string, code: string): Node<CaughtCode> | undefined {
  const catchers = ids.map((id) => step.node(id) as Node<CaughtCode>).filter((node) => node.kind === kind)
  return catchers.find(({ data }) => data.code === code) ?? catchers.find(({ data }) => data.code === null)
}
