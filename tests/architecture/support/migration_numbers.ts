/** Before it two branches took the same number, and both have run. */
const SINCE = '0011'

/** Numbers that more than one migration has, and names that have none. */
export function numbersTwice(names: string[]): string[] {
  const numbers = names.map((name) => /^(\d{4})_[a-z0-9_]+\.ts$/.exec(name)?.[1] ?? name)
  return [
    ...new Set(
      numbers.filter(
        (number, at) => !/^\d{4}$/.test(number) || (number >= SINCE && numbers.indexOf(number) !== at)
      )
    ),
  ]
}
