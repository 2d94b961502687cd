import { versionOn } from '#fees/index'
import type { CompiledProcedure } from '#catalogue/domain/types'

/** What a town must still say before it can offer this version on a day: tables and values, by name. */
export function missingOn({ fees, seams, values }: CompiledProcedure, day: string): string[] {
  const tables = Object.entries(fees?.tables ?? {}).filter(
    ([, { seam, versions }]) => seam === 'required' && !versionOn(versions, day)
  )
  const unsaid = seams.filter(({ id, required }) => required && !values[id]?.some(({ from }) => from <= day))
  return [...tables.map(([name]) => name), ...unsaid.map(({ id }) => id)]
}
