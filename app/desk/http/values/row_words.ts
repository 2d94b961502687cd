import { cellOf, keysInWords, type RateWords } from '#catalogue/queries/prices'
import type { CompiledProcedure } from '#catalogue/types'
import type { Diagnostic } from '#core/diagnostic'
import { titleOf } from '#desk/http/values/seam_lines'

/** What is wrong with values, with the titles of rates and the words of keys in the place of their names. */
export function inWords(one: Diagnostic, procedure: CompiledProcedure, words: RateWords): Diagnostic {
  const [, part, name = '', , , , , column = '0'] = one.pointer.split('/')
  const params = { ...one.params }
  const { id, when, rows, known } = params
  if (id !== undefined) params['id'] = titleOf(procedure, String(id), words.lang)
  if (part !== 'tables' || !procedure.fees?.tables[name]) return { ...one, params }
  const row = (keys: string) => keysInWords(procedure, name, keys, words)
  const cell = (text: string) => cellOf(procedure, { name, column: Number(column), cell: text }, words)
  if (when !== undefined) params['when'] = row(String(when))
  if (rows !== undefined) params['rows'] = String(rows).split('; ').map(row).join('; ')
  if (one.code === 'KEY_UNKNOWN') params['known'] = String(known).split(', ').map(cell).join(', ')
  return { ...one, params }
}
