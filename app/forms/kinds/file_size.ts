const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A file's size as people say it: `1,2 MB`. A kilobyte has a thousand bytes here. */
export function fileSize(bytes: number, lang: string): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const amount = bytes / 1000 ** step
  return Intl.NumberFormat(lang, {
    style: 'unit',
    unit: UNITS[step],
    // Short, English would write `46 byte`.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && step > 1 ? 1 : 0,
  }).format(amount)
}
