import {
  type Expression,
  type FeelValue,
  type Node,
  type Test,
  FeelRange,
  evaluate,
} from '#expressions/index'

/** The value of a part of an expression that is the same whatever happens; undefined for any other. */
export function constantOf(tree: Node): FeelValue | undefined {
  if (!isConstant(tree)) return undefined
  const { value, warnings } = evaluate({ source: '', tree, variables: [] }, new Map())
  return warnings.length ? undefined : value
}

/** Names and calls of others are not; a clock gives a warning, since none is handed in. */
const isConstant = (node: unknown): boolean => {
  if (Array.isArray(node)) return node.every(isConstant)
  if (typeof node !== 'object' || node === null) return true
  const { op } = node as { op?: string }
  return op !== 'name' && op !== 'apply' && Object.values(node).every(isConstant)
}

/** What a cell compares its input with, when that is all it does; null for what depends on more. */
export function comparedIn({ tree }: Expression): FeelValue[] | null {
  if (tree.op !== 'tests') return null
  const found: FeelValue[] = []
  for (const test of tree.tests) {
    const value = comparedBy(test)
    if (value === undefined) return null
    found.push(...endsOf(value))
  }
  return found
}

const comparedBy = ({ test, usesInput }: Test): FeelValue | undefined =>
  usesInput ? undefined : constantOf(test.op === 'test' ? test.value : test)

function endsOf(value: FeelValue): FeelValue[] {
  if (value instanceof FeelRange) return [value.low, value.high].filter((end) => end !== null)
  return Array.isArray(value) ? value.flatMap(endsOf) : [value]
}
