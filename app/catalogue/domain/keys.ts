import type { CompiledProcedure } from '#catalogue/domain/types'
import type { CompiledTable } from '#fees/index'
import type { Expression } from '#expressions/index'

type Node = Expression['tree']

/** What a name can hold; null where that can't be known. */
type Options = (name: string) => string[] | null

/** The answers that a question can have, where it has options. */
function answersTo({ forms, sheet }: CompiledProcedure, name: string): string[] | null {
  const fields = forms[sheet.submissionForm]?.fields ?? {}
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (field?.kind === 'yes_no') return ['true', 'false']
  const { enum: options } = (field?.schema ?? {}) as { enum?: unknown }
  return Array.isArray(options) ? options.map(String) : null
}

/** `name = "text"`, whichever way round: what a branch knows of the name. */
function equality(node: Node): { name: string; value: string; not: boolean } | null {
  if (node.op !== 'comparison' || (node.operator !== '=' && node.operator !== '!=')) return null
  const sides = [node.left, node.right]
  const name = sides.find((one) => one.op === 'name')
  const value = sides.find((one) => one.op === 'literal' || one.op === 'number')
  if (name?.op !== 'name' || (value?.op !== 'literal' && value?.op !== 'number')) return null
  return { name: name.name, value: String(value.value), not: node.operator === '!=' }
}

/** All that an expression can come to. */
function reach(node: Node, options: Options): string[] | null {
  if (node.op === 'number') return [node.value]
  if (node.op === 'literal') return node.value === null ? null : [String(node.value)]
  if (node.op === 'name') return options(node.name)
  if (node.op !== 'if') return null
  const told = equality(node.condition)
  const where =
    (holds: boolean): Options =>
    (name) => {
      if (name !== told?.name) return options(name)
      if (holds !== told.not) return [told.value]
      return options(name)?.filter((one) => one !== told.value) ?? null
    }
  const [yes, no] = [reach(node.yes, where(true)), reach(node.no, where(false))]
  return yes && no && [...new Set([...yes, ...no])]
}

/** The keys that tables have which are looked up by the same. */
const keysInRows = (tables: Record<string, CompiledTable>, source: string): string[] => [
  ...new Set(
    Object.values(tables).flatMap(({ by, versions }) => {
      const column = by.findIndex((one) => one.source === source)
      const rows = column < 0 ? [] : versions.flatMap((version) => version.rows ?? [])
      return rows.flatMap(({ when }) => when[column] ?? [])
    })
  ),
]

/** The keys that each column of a table can be asked for: by the options of the questions, else by the rows that there are. */
export function keysOf(procedure: CompiledProcedure, name: string): string[][] {
  const { tables, steps } = procedure.fees!
  const options: Options = (one) => {
    const step = steps.find(({ id, kind }) => id === one && kind === 'value')
    return step ? reach(step.expression.tree, options) : answersTo(procedure, one)
  }
  return tables[name]!.by.map(({ tree, source }) => reach(tree, options) ?? keysInRows(tables, source))
}
