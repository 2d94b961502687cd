import type { CompiledTable } from '#fees/types'

/** How fine a figure can be: an amount that is due has cents; the price of a metre can be finer, as ordinances have it. */
export const decimalsOf = ({ unit, per }: Pick<CompiledTable, 'unit' | 'per'>): number => {
  if (unit === 'percent') return 4
  return unit === 'euro' && per.length === 0 ? 2 : 6
}
