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

/** Reports a name that can't be written in FEEL, or that every object already has. */
export function usable(name: string, place: Place, report: Report): void {
  const fine = name.trim() !== '' && name.length <= LONGEST && !UNUSABLE.test(name)
  if (!fine || name in Object.prototype)
    report.problem('DECISION_NAME_UNUSABLE', place, { name: name.slice(0, 60) })
}

/** Reports the first name that comes again, or is one of those that are taken. */
export function distinct(
  names: readonly string[],
  place: Place,
  report: Report,
  taken = new Set<string>()
): void {
  let again: string | null = null
  for (const name of names) {
    if (taken.has(name)) again ??= name
    taken.add(name)
  }
  if (again !== null) report.problem('DECISION_NAME_TWICE', place, { name: again })
}
