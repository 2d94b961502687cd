import { localeOf } from '#core/locale'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(lang: string, step: number): Intl.NumberFormat {
  const key = `${lang} ${step}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(localeOf(lang), {
    style: 'unit',
    unit: UNITS[step],
    // Short, English would write `46 byte`.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  })
  formats.set(key, format)
  return format
}

/** A file's size as people say it: `1,2 MB`. A kilobyte has a thousand bytes here. */
export function fileSize(bytes: number, lang: string): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return formatOf(lang, step).format(bytes / 1000 ** step)
}
