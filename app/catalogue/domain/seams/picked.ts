import type { CompiledProcedure } from '#catalogue/domain/types'
import type { TownValues } from '#catalogue/domain/seams/types'

const only = <T>(all: Record<string, T> | undefined, keeps: (name: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(all ?? {}).filter(([name]) => keeps(name)))

/** Of what a town has filled in, what this version leaves open: others may have asked for more, or less. */
export const picked = ({ fees, seams }: CompiledProcedure, values: TownValues): TownValues => ({
  ...values,
  tables: only(values.tables, (name) => Boolean(fees?.tables[name]?.seam)),
  values: only(values.values, (name) => seams.some(({ id }) => id === name)),
})
