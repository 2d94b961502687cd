import type { Place, Report } from '#decisions/compile/report'
import type { FunctionTypes, TypeEnvironment } from '#expressions/index'

/** The names in reach of an expression. */
export interface Reach {
  variables: TypeEnvironment
  functions: FunctionTypes
  /** There may be names that nobody can tell of before it runs: those of an item of unknown shape. */
  open?: boolean
}

export const reaching = (
  { variables, functions, open }: Reach,
  more: TypeEnvironment,
  called: FunctionTypes = {}
): Reach => {
  const inner: Reach = {
    ...(open && { open }),
    variables: { ...variables, ...more },
    functions: { ...functions, ...called },
  }
  // a nearer name hides what was called so
  for (const name of Object.keys(more)) if (!Object.hasOwn(called, name)) delete inner.functions[name]
  return inner
}

const LONGEST = 200

const UNUSABLE = /[\u0000-\u001f"{}[\]()<>=,;:]/

/** Whether a name can be written in FEEL, and is none that every object already has. */
export function usable(name: string, place: Place, report: Report): boolean {
  const fine = name.trim() !== '' && name.length <= LONGEST && !UNUSABLE.test(name)
  if (fine && !(name in Object.prototype)) return true
  report.problem('DECISION_NAME_UNUSABLE', place, { name: name.slice(0, 60) })
  return false
}

/** Whether names are told apart, from those that are taken, too; the first that comes again is reported. */
export function distinct(
  names: readonly string[],
  place: Place,
  report: Report,
  taken = new Set<string>()
): boolean {
  let again: string | null = null
  for (const name of names) {
    if (taken.has(name)) again ??= name
    taken.add(name)
  }
  if (again !== null) report.problem('DECISION_NAME_TWICE', place, { name: again })
  return again === null
}
