import type { FeelValue } from '#expressions/index'

/** A function of the model: called by the places of its parameters, or by their names. */
export interface ByName {
  (args: FeelValue[]): FeelValue
  byName: (args: ReadonlyMap<string, FeelValue>) => FeelValue
}

export const called = (names: readonly string[], byName: ByName['byName']): ByName =>
  Object.assign(
    (args: FeelValue[]) =>
      args.length === names.length
        ? byName(new Map(names.map((name, index) => [name, args[index] ?? null])))
        : null,
    { byName }
  )
