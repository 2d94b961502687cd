const MEGABYTE = 1_000_000

/** A number of bytes for reading: `214 kB`, `3,2 MB`. */
export function fileSize(bytes: number, lang: string): string {
  const large = bytes >= MEGABYTE
  const amount = bytes / (large ? MEGABYTE : 1000)
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(amount)
}
