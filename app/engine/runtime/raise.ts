import { beginPart } from '#engine/runtime/begin_part'
import { fire } from '#engine/runtime/fire'
import { type From, type Thrown, hearerOf } from '#engine/runtime/hearer'
import type { Step } from '#engine/runtime/step'

/** How far a throw got: nobody took it, it opened a branch, or it ended what it was thrown in. */
export type Caught = 'uncaught' | 'beside' | 'interrupted'

/** Throws an error or escalation from a token, or out of a scope: whoever hears it goes on. */
export function raise(step: Step, what: Thrown, code: string, from: From): Caught {
  const heard = hearerOf(step, what, code, from)
  if (!heard) return 'uncaught'
  const { catcher, host, scope } = heard
  const { interrupts } = catcher.data
  if (host === undefined) beginPart(step, catcher, { key: '', scope }, interrupts)
  else fire(step, catcher, { key: '', host, scope }, interrupts)
  return interrupts ? 'interrupted' : 'beside'
}
