import type { Json } from '#core/json'
import type { Expression } from '#engine/feel'
import type { Step } from '#engine/runtime/step'
import { type Failed, type Where, variableAt } from '#engine/runtime/values'

/** What conditions saw, by what they asked for (`answers.kind`). Of lists and contexts only how much is in them. */
export type Seen = Record<string, Json>

type Tree = Expression['tree']

/** A longer text is told by its beginning: a trace is no second place for what somebody wrote. */
const LONGEST = 80

const known = new WeakMap<Expression, string[][]>()

/** The free names of an expression with the members it asks of them, each once. */
function pathsOf(expression: Expression): string[][] {
  const found = known.get(expression)
  if (found) return found
  const paths = new Map<string, string[]>()
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    const path = 'op' in part ? pathIn(part as Tree) : null
    if (!path) return Object.values(part).forEach(walk)
    if (expression.variables.includes(path[0] as string)) paths.set(path.join('.'), path)
  }
  walk(expression.tree)
  known.set(expression, [...paths.values()])
  return [...paths.values()]
}

/** `answers.kind` from its root; null where it is more than names. */
function pathIn(tree: Tree): string[] | null {
  if (tree.op === 'name') return [tree.name]
  if (tree.op !== 'path') return null
  const before = pathIn(tree.of)
  return before && [...before, tree.name]
}

function shortened(value: Json | undefined): Json {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
  if (typeof value !== 'object' || value === null) return value ?? null
  return { size: Array.isArray(value) ? value.length : Object.keys(value).length }
}

/** What some expressions see from somewhere. */
export function seenBy(step: Step, expressions: readonly Expression[], where: Where): Seen {
  const seen: Seen = {}
  for (const expression of expressions) see(step, expression, where, seen)
  return seen
}

/** What an incident says of an expression that went wrong: as it is written, and what it saw. */
export function wentWrong(step: Step, { expression, where, result }: Failed): [string, Seen] {
  const seen: Seen = {}
  see(step, expression, where, seen, result)
  return [expression.source, seen]
}

/** Adds what an expression sees from somewhere; an output sees `result`, too. */
export function see(step: Step, expression: Expression, where: Where, seen: Seen, result?: Json): void {
  for (const [root = '', ...members] of pathsOf(expression)) {
    let value = root === 'result' && result !== undefined ? result : variableAt(step.state, where, root)
    for (const member of members)
      value =
        typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, member)
          ? value[member]
          : undefined
    seen[[root, ...members].join('.')] = shortened(value)
  }
}
