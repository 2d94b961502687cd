import type { Expression } from '#engine/feel'

type Tree = Expression['tree']

/** Whether two conditions can never hold together: both want something to be one value, and not the same. */
export function exclude(one: Expression | null, other: Expression | null): boolean {
  const wanted = one ? pinned(one.tree) : []
  const also = new Map(other ? pinned(other.tree) : [])
  return wanted.some(([name, value]) => also.has(name) && also.get(name) !== value)
}

/** What a condition wants each value to be, as far as it says so plainly. */
function pinned(tree: Tree): [name: string, value: string][] {
  if (tree.op === 'and') return [...pinned(tree.left), ...pinned(tree.right)]
  const itself = nameOf(tree)
  if (itself) return [[itself, 'true']]
  if (tree.op === 'call' && tree.name === 'not' && tree.args[0]) {
    const denied = nameOf(tree.args[0])
    return denied ? [[denied, 'false']] : []
  }
  if (tree.op !== 'comparison' || tree.operator !== '=') return []
  const { left, right } = tree
  const [name, value] = [nameOf(left) ?? nameOf(right), valueOf(right) ?? valueOf(left)]
  return name !== null && value !== null ? [[name, value]] : []
}

function nameOf(tree: Tree): string | null {
  if (tree.op === 'name') return tree.name
  const of = tree.op === 'path' ? nameOf(tree.of) : null
  return tree.op === 'path' && of ? `${of}.${tree.name}` : null
}

function valueOf(tree: Tree): string | null {
  if (tree.op === 'number') return String(Number(tree.value))
  return tree.op === 'literal' ? JSON.stringify(tree.value) : null
}
