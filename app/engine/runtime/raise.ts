import type { ErrorData } from '#engine/elements/error_boundary'
import type { Node } from '#engine/graph'
import { fire } from '#engine/runtime/fire'
import type { Step } from '#engine/runtime/step'
import { tokenAt } from '#engine/runtime/tokens'

/**
 * Throws a business error from the token `from` outwards: the nearest error boundary event that names the
 * code, or takes any, ends what it sits on and goes on. False when nothing catches it.
 */
export function raise(step: Step, from: string | undefined, code: string): boolean {
  for (let key = from; key !== undefined;) {
    const token = tokenAt(step.state, key)
    if (!token) return false
    const catcher = catcherOn(step, step.node(token.element), code)
    if (catcher) {
      fire(step, catcher, { key: '', host: key, scope: token.scope }, true)
      return true
    }
    key = token.scope
  }
  return false
}

function catcherOn(step: Step, node: Node, code: string): Node | undefined {
  const catchers = node.boundaries
    .map((id) => step.node(id) as Node<ErrorData>)
    .filter(({ kind }) => kind === 'error_boundary')
  return catchers.find(({ data }) => data.error === code) ?? catchers.find(({ data }) => data.error === null)
}
