import type { Json } from '#core/json'
import { err, ok, type Result } from '#core/result'
import { Decimal } from '#expressions/index'
import type { Bracket, CompiledTable, FeeFault, Version } from '#fees/types'

/** What a table says today of what it is asked, and by which article. */
export interface Found {
  value: Decimal
  article: string
}

/** The rates in force on a day. */
export const versionOn = (versions: Version[], day: string): Version | undefined =>
  versions.find(({ from, to }) => from <= day && (!to || day <= to))

const fits = (cell: string | null, key: Json): boolean => cell === null || cell === String(key)

const holds = ({ upTo, below }: Bracket, measure: Decimal): boolean =>
  upTo !== undefined ? measure.lessThanOrEqualTo(upTo) : below === undefined || measure.lessThan(below)

/** Each bracket's value, times what of the measure falls in it. */
function marginal(brackets: Bracket[], measure: Decimal): Decimal {
  let [sum, floor] = [new Decimal(0), new Decimal(0)]
  for (const { upTo, value } of brackets) {
    const top = upTo === undefined ? measure : Decimal.min(measure, upTo)
    if (top.greaterThan(floor)) sum = sum.plus(top.minus(floor).times(value))
    if (upTo === undefined || measure.lessThanOrEqualTo(upTo)) break
    floor = new Decimal(upTo)
  }
  return sum
}

/** Looks a table up; `keys` are what its columns were asked, `measure` what its brackets measure. */
export function lookUp(
  name: string,
  { mode, versions }: CompiledTable,
  day: string,
  { keys, measure }: { keys: Json[]; measure: Decimal | null }
): Result<Found, FeeFault> {
  const version = versionOn(versions, day)
  if (!version) return err({ code: 'NO_VERSION', at: name, params: { day } })
  const { article, value, rows, brackets } = version
  if (brackets && measure && mode === 'marginal') return ok({ value: marginal(brackets, measure), article })
  const row = rows?.find(({ when }) => when.every((cell, i) => fits(cell, keys[i] ?? null)))
  const hit = brackets && measure ? brackets.find((bracket) => holds(bracket, measure)) : row
  const text = hit?.value ?? value
  if (text === undefined) return err({ code: 'NO_ROW', at: name, params: { asked: keys.join(', '), day } })
  return ok({ value: new Decimal(text), article: hit?.article ?? article })
}
