import { type FeeSchedule, type FeeScheduleSource, assess, compileFeeSchedule } from '#fees/index'
import type { Json } from '#core/json'
import type { TypeEnvironment } from '#expressions/index'

/** A fee schedule made ready, which must have nothing wrong with it. */
export function feeSchedule(source: FeeScheduleSource, types: TypeEnvironment = {}): FeeSchedule {
  const compiled = compileFeeSchedule({ source, file: 'fees.json', types })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error, null, 2))
  return compiled.value
}

/** What is due by a fee schedule on a day. */
export const reckon = (
  fees: FeeSchedule,
  answers: Record<string, Json>,
  { types, filedOn = '2026-11-27' }: { types: TypeEnvironment; filedOn?: string }
) => assess(fees, { answers, types, filedOn })

/** The codes and places of what is wrong with a fee schedule. */
export function faults(source: FeeScheduleSource, types: TypeEnvironment = {}): string[] {
  const compiled = compileFeeSchedule({ source, file: 'fees.json', types })
  return compiled.ok ? [] : compiled.error.map(({ code, pointer }) => `${code} ${pointer}`)
}
