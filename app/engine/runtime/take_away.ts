import type { Step } from '#engine/runtime/step'
import { forgetJoins, joinKey } from '#engine/runtime/joins'
import { tokensByAge } from '#engine/runtime/tokens'
import { forget } from '#engine/runtime/undo'
import type { Token } from '#engine/state'

/** Tokens of these make nothing outside but an incident, so there is nothing else to be called off. */
const SILENT: readonly Token['waits'][] = ['inside', 'many', 'first', 'undoing', 'condition', 'again']

/** A token goes, with what watches it, what runs in it, and what that has counted and could undo. */
export function takeAway(step: Step, key: string, how: 'quietly' | 'cancelling'): void {
  const { state } = step
  const token = state.tokens[key]
  if (!token) return
  delete state.tokens[key]
  if (how === 'cancelling' && (token.incident || !SILENT.includes(token.waits)))
    step.command({ type: 'cancel', key })
  // whoever takes a stuck join away takes what it has gathered, too: else it would be stuck again
  if (how === 'cancelling' && token.waits === 'join') delete state.joins[joinKey(token.element, token.scope)]
  const depends = ([, { host, scope }]: [string, Token]) => host === key || scope === key
  // most tokens have nothing that depends on them, and then nothing needs to be put in order
  if (Object.entries(state.tokens).some(depends))
    for (const each of tokensByAge(state)) if (depends(each)) takeAway(step, each[0], 'cancelling')
  forgetJoins(state, key)
  forget(state, (done) => done.scope === key)
}
