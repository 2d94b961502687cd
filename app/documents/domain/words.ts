import { localeOf } from '#core/locale'

/** A text of the house by its id (`documents.receipt.title`), with what fills it. */
export type Translate = (id: string, params?: Record<string, string | number>) => string

/** How a document writes values: its language, the town's time, and the words for yes and no. */
export interface Writing {
  language: string
  timeZone: string
  translate: Translate
}

const formats = new Map<string, Intl.DateTimeFormat>()

function kept(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  let format = formats.get(key)
  if (!format) formats.set(key, (format = make()))
  return format
}

/** Valencian administrations write `de 2026`, where the Catalan of the data base has `del 2026`. */
const ownStyle = (date: string): string => date.replace(/ del (\d{4})$/, ' de $1')

/** `22 de noviembre de 2026`, from an ISO date. */
export const dateText = (date: string, { language }: Pick<Writing, 'language'>): string =>
  ownStyle(
    kept(
      `date ${language}`,
      () => new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' })
    ).format(new Date(`${date}T00:00:00Z`))
  )

/** `22 de noviembre de 2026, 10:32:11`, in the town's own time, from an ISO instant. */
export function instantText(
  instant: string,
  { language, timeZone }: Pick<Writing, 'language' | 'timeZone'>
): string {
  const at = new Date(instant)
  const date = kept(
    `day ${language} ${timeZone}`,
    () => new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone })
  )
  const time = kept(
    `time ${timeZone}`,
    () => new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone })
  )
  return `${ownStyle(date.format(at))}, ${time.format(at)}`
}

/** `22/11/2026 10:32:11`, as a rubber stamp has it. */
export const stampTime = (instant: string, timeZone: string): string =>
  kept(
    `stamp ${timeZone}`,
    () =>
      new Intl.DateTimeFormat('en-GB', {
        ...{
          day: '2-digit',
          month: '2-digit',
          year: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
        },
        timeZone,
      })
  )
    .format(new Date(instant))
    .replace(',', '')

const DATE = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Any value of a context as people read it; nothing, as an empty text. */
export function valueText(value: unknown, writing: Writing): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return writing.translate(value ? 'documents.yes' : 'documents.no')
  if (Array.isArray(value))
    return value
      .map((item) => valueText(item, writing))
      .filter(Boolean)
      .join(', ')
  if (typeof value === 'object') return ''
  const text = String(value)
  if (DATE.test(text)) return dateText(text, writing)
  return INSTANT.test(text) ? instantText(text, writing) : text
}
