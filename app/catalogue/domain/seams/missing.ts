import { versionOn } from '#fees/index'
import { gapsOf } from '#catalogue/domain/seams/whole'
import type { CompiledProcedure } from '#catalogue/domain/types'

/** What a town must still say before it can offer this version on a day: tables (whole ones) and values, by name. */
export function missingOn(procedure: CompiledProcedure, day: string): string[] {
  const { fees, seams, values } = procedure
  const tables = Object.entries(fees?.tables ?? {}).filter(([name, { seam, versions }]) => {
    const version = versionOn(versions, day)
    return version ? seam && gapsOf(procedure, name, version).length > 0 : seam === 'required'
  })
  const unsaid = seams.filter(({ id, required }) => required && !values[id]?.some(({ from }) => from <= day))
  return [...tables.map(([name]) => name), ...unsaid.map(({ id }) => id)]
}
