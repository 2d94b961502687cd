import { localeOf } from '#core/locale'
import { isCalendarDate } from '#forms/checks/calendar_date'
import { dateKeywords } from '#forms/kinds/keywords'
import { defineKind, written } from '#forms/kinds/kind'

export const DATE_PARTS = ['day', 'month', 'year'] as const

const part = (value: unknown): string => (written(value) ?? '').replaceAll('-', '')

/** The three parts of a date that was posted, right or wrong, as they were written. */
export function datePartsOf(value: unknown): Record<(typeof DATE_PARTS)[number], string> {
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : []
  return { day: day.replace(/^0(?=\d)/, ''), month: month.replace(/^0(?=\d)/, ''), year }
}

/** A day, asked as day, month and year, kept as YYYY-MM-DD. */
export const date = defineKind({
  name: 'date',
  type: 'string',
  keywords: dateKeywords,
  options: { autocomplete: { const: 'bday' } },
  feel: 'date',
  rule: (authored) => ({ ...authored, format: 'date' }),
  decode: (posted) => {
    if (typeof posted !== 'object' || posted === null) return written(posted)
    const { day, month, year } = posted as Record<string, unknown>
    const [y, m, d] = [part(year), part(month), part(day)]
    if (!y && !m && !d) return undefined
    return [y, m && m.padStart(2, '0'), d && d.padStart(2, '0')].join('-')
  },
  read: (value, _, { lang }) => [longDate(String(value), lang)],
  example: ({ dateMinimum }) => String(dateMinimum ?? '2026-01-31'),
  errors: ['required', 'format', 'day', 'month', 'year', 'dateMinimum', 'dateMaximum'],
  explain: (keyword, value) => {
    const parts = datePartsOf(value)
    const missing = DATE_PARTS.filter((name) => parts[name] === '')
    if (keyword === 'format' && missing.length === 1) return missing[0] as string
    return keyword === 'format' && /^\d{1,3}$/.test(parts.year) ? 'year' : keyword
  },
})

/** `31 de enero de 2026`. */
export const longDate = (day: string, lang: string): string =>
  isCalendarDate(day)
    ? Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
    : day
