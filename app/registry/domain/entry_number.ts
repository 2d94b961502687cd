import { problem, type Diagnostic } from '#core/diagnostic'
import { err, ok, type Result } from '#core/result'

/** SICRES 4 gives `Numero_Registro_Entrada` twenty characters. */
export const MAX_LENGTH = 20
/** No book of a town reaches ten million entries in a year. */
const MAX_DIGITS = 7

type Part = { literal: string } | { field: 'year' } | { field: 'year2' } | { field: 'number'; width: number }

/** How a book writes its numbers, e.g. `{year}-E-RE-{number:6}` for `2026-E-RE-000123`. Plain data. */
export interface EntryNumberFormat {
  pattern: string
  parts: Part[]
}

const FIELD = /\{(year|year2|number)(?::(\d))?\}|([A-Z0-9/.-]+)/gy

const lengthOf = (part: Part): number => {
  if ('literal' in part) return part.literal.length
  if (part.field === 'number') return Math.max(part.width, MAX_DIGITS)
  return part.field === 'year' ? 4 : 2
}

/**
 * Reads a pattern of literals (`A-Z 0-9 / . -`) and the fields `{year}`, `{year2}` and `{number:width}`.
 * Refuses patterns that could repeat a number or grow beyond what the interchange of registers carries.
 */
export function entryNumberFormat(pattern: string, pointer = ''): Result<EntryNumberFormat> {
  const parts: Part[] = []
  let read = 0
  for (const match of pattern.matchAll(FIELD)) {
    const [text, field, width, literal] = match
    read += text.length
    if (literal !== undefined) parts.push({ literal })
    else if (field === 'number') parts.push({ field, width: Number(width ?? 1) })
    else parts.push({ field: field as 'year' | 'year2' })
  }
  const refuse = (code: string, params: Diagnostic['params'] = {}) =>
    err([problem(code, { pointer, params })])
  if (read !== pattern.length) return refuse('ENTRY_NUMBER_SYNTAX', { at: read + 1 })
  const count = (wanted: RegExp) => parts.filter((part) => 'field' in part && wanted.test(part.field)).length
  if (count(/number/) !== 1) return refuse('ENTRY_NUMBER_NEEDS_NUMBER')
  if (count(/year/) !== 1) return refuse('ENTRY_NUMBER_NEEDS_YEAR')
  const length = parts.reduce((sum, part) => sum + lengthOf(part), 0)
  if (length > MAX_LENGTH) return refuse('ENTRY_NUMBER_TOO_LONG', { length, max: MAX_LENGTH })
  return ok({ pattern, parts })
}

/** The number as people read it. */
export const formatEntryNumber = (
  format: EntryNumberFormat,
  entry: { year: number; number: number }
): string =>
  format.parts
    .map((part) => {
      if ('literal' in part) return part.literal
      if (part.field === 'number') return String(entry.number).padStart(part.width, '0')
      return part.field === 'year' ? String(entry.year) : String(entry.year % 100).padStart(2, '0')
    })
    .join('')

/** The PostgreSQL expression of `formatEntryNumber`, for numbers that are only known under the lock. */
export const entryNumberSql = (
  format: EntryNumberFormat,
  columns: { year: string; number: string }
): string =>
  format.parts
    .map((part) => {
      if ('literal' in part) return `'${part.literal}'`
      if (part.field === 'year') return `(${columns.year})::text`
      if (part.field === 'year2') return `lpad(((${columns.year}) % 100)::text, 2, '0')`
      const digits = `(${columns.number})::text`
      return `lpad(${digits}, greatest(${part.width}, length(${digits})), '0')`
    })
    .join(' || ')
