import type { Expression } from '#expressions/index'

export type Node = Expression['tree']

/** What a page can't change any more, and what it still can. */
export interface Settled {
  /** Whether somebody may still change what this name holds, on the page before them. */
  isOpen(name: string): boolean
  /** What a part comes to, none of whose names is open. */
  valueOf(part: Node, names: string[]): unknown
}

/**
 * What is left of a condition once all is known but the open names; `true` or `false` where nothing is. Null shows
 * no more than false does, so that one such side decides an `and`, as in FEEL's logic of three values.
 */
export function whatIsLeft(condition: Expression, settled: Settled): Expression | boolean {
  const left = truthLeft(condition.tree, settled)
  return typeof left === 'boolean' ? left : { ...condition, tree: left, variables: namesIn(left) }
}

function truthLeft(node: Node, settled: Settled): Node | boolean {
  if (isClosed(node, settled)) return settled.valueOf(node, namesIn(node)) === true
  if (node.op === 'comparison')
    return { ...node, left: valueLeft(node.left, settled), right: valueLeft(node.right, settled) }
  if (node.op !== 'and' && node.op !== 'or') return node
  const decisive = node.op === 'or'
  const [left, right] = [truthLeft(node.left, settled), truthLeft(node.right, settled)]
  if (left === decisive || right === decisive) return decisive
  if (typeof left === 'boolean') return right
  return typeof right === 'boolean' ? left : { ...node, left, right }
}

/** A side of a comparison, as the plain value that it is; what a script can't write down stays as it was. */
function valueLeft(node: Node, settled: Settled): Node {
  if (node.op === 'literal' || !isClosed(node, settled)) return node
  const value = settled.valueOf(node, namesIn(node))
  const plain = value === null || typeof value === 'boolean' || typeof value === 'string'
  return plain ? { at: node.at, op: 'literal', value } : node
}

const isClosed = (node: Node, { isOpen }: Settled): boolean => !namesIn(node).some((name) => isOpen(name))

function namesIn(part: unknown): string[] {
  if (part === null || typeof part !== 'object') return []
  const { op, name } = part as { op?: string; name?: string }
  if (op === 'name') return [String(name)]
  return [...new Set(Object.values(part).flatMap(namesIn))]
}
