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

/** What is written out, and takes no longer to evaluate than to read: a loop or a power may, though it has no names. */
const isConstant = (node: Node | null): boolean => {
  switch (node?.op) {
    case undefined:
    case 'literal':
    case 'number':
    case 'temporal':
      return true
    case 'negate':
      return isConstant(node.value)
    case 'range':
      return isConstant(node.low) && isConstant(node.high)
    case 'arithmetic':
      return node.operator !== '**' && isConstant(node.left) && isConstant(node.right)
    case 'list':
      return node.items.every(isConstant)
    case 'call':
      return MOMENTS.has(node.name) && node.args.every(isConstant)
    default:
      return false
  }
}

const MOMENTS = new Set(['date', 'time', 'date and time', 'duration'])

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
