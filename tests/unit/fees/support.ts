import { type CompiledFees, type FeesSource, assess, compileFees } from '#fees/index'
import type { Json } from '#core/json'
import type { TypeEnvironment } from '#expressions/index'

/** A tariff made ready, which must have nothing wrong with it. */
export function tariff(source: FeesSource, types: TypeEnvironment = {}): CompiledFees {
  const compiled = compileFees({ source, file: 'fees.json', types })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error, null, 2))
  return compiled.value
}

/** What is due by a tariff on a day. */
export const reckon = (
  fees: CompiledFees,
  answers: Record<string, Json>,
  { types, filedOn = '2026-11-27' }: { types: TypeEnvironment; filedOn?: string }
) => assess(fees, { answers, types, filedOn })

/** The codes and places of what is wrong with a tariff. */
export function faults(source: FeesSource, types: TypeEnvironment = {}): string[] {
  const compiled = compileFees({ source, file: 'fees.json', types })
  return compiled.ok ? [] : compiled.error.map(({ code, pointer }) => `${code} ${pointer}`)
}
