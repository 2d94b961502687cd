import type { Expression, Node } from '#expressions/index'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Every expression that something compiled holds, wherever it stands in it. */
export function expressionsIn(value: unknown): Expression[] {
  if (!isObject(value)) return []
  if (typeof value.source === 'string' && isObject(value.tree)) return [value as unknown as Expression]
  return Object.values(value).flatMap(expressionsIn)
}

/**
 * Every part of an expression that speaks of the values around it: what stands within a filter, or is said of names that
 * the expression itself gives, may mean others.
 */
export function partsOf(tree: Node): Node[] {
  const found: Node[] = []
  const open: unknown[] = [tree]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isObject(next)) continue
    const isNode = typeof next.op === 'string'
    if (isNode) found.push(next as unknown as Node)
    if (isNode && OWN_NAMES.includes(next.op as string)) continue
    open.push(...(next.op === 'filter' ? [next.of] : Object.values(next)))
  }
  return found
}

const OWN_NAMES = ['for', 'some', 'every', 'sort', 'replace', 'context']

/** `answers.zone`, as it is written; null for what is no plain name. */
export function pathOf(node: Node): string | null {
  if (node.op === 'name') return node.name
  const of = node.op === 'path' ? pathOf(node.of) : null
  return node.op === 'path' && of ? `${of}.${node.name}` : null
}
