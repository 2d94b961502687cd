import { cellOf, type PriceWords } from '#catalogue/domain/price_rows'
import type { RateWords } from '#catalogue/domain/rate_text'
import { ownText } from '#catalogue/domain/texts'
import type { CompiledProcedure } from '#catalogue/domain/types'
import type { FeeFault } from '#fees/index'

/** The title of a table or a step of the fee schedule. */
const titleOf = ({ texts }: CompiledProcedure, id: string, lang: string): string =>
  ownText(texts, lang, `fees.tables.${id}`) ?? ownText(texts, lang, `fees.steps.${id}`) ?? id

/** The keys of a row as people read them; `keys` are parted by commas, and empty where anything fits. */
export function keysInWords(procedure: CompiledProcedure, name: string, keys: string, words: PriceWords) {
  const cells = keys.split(', ')
  if (cells.length !== procedure.fees?.tables[name]?.by.length) return keys
  return cells
    .map((cell, column) => cellOf(procedure, { name, column, cell: cell || null }, words))
    .join(', ')
}

/** Why there is no fee to tell, with the names that people know. */
export function feeFaultText(procedure: CompiledProcedure, fault: FeeFault, words: RateWords): string {
  const { code, at, params } = fault
  const said: Record<string, string> = { ...params, at: titleOf(procedure, at, words.lang) }
  if (said['asked'] !== undefined) said['asked'] = keysInWords(procedure, at, said['asked'], words)
  if (said['day'] !== undefined) said['day'] = words.day(said['day'])
  return words.t(`fees.faults.${code}`, said)
}
