/** What people write beside figures: signs of euro and percent, spaces. */
const AROUND = /[\s\u00a0\u202f€%]/g

/** Whole groups of three, none of which begins a decimal (`0.125`). */
const GROUPED = { ',': /^-?[1-9]\d{0,2}(,\d{3})+$/, '.': /^-?[1-9]\d{0,2}(\.\d{3})+$/ }

const PLAIN = /^(-?)0*(\d+)(?:\.(\d+))?$/

/**
 * A decimal as somebody typed it in their language (`1.234,56`; in English `1,234.56`), as decimals are kept
 * (`1234.56`); null when it is none. A point that can't part thousands is a decimal one, whatever the language.
 */
export function typedDecimal(typed: string, language: string): string | null {
  const text = typed.replace(AROUND, '')
  const [decimal, thousands] = language === 'en' ? (['.', ','] as const) : ([',', '.'] as const)
  const [whole = '', part, ...more] = text.split(decimal)
  if (more.length > 0) return null
  const ungrouped = GROUPED[thousands].test(whole) ? whole.replaceAll(thousands, '') : whole
  // Without a decimal sign of the language, the other one may be meant as such.
  const plain = part === undefined ? ungrouped.replace(thousands, '.') : `${ungrouped}.${part}`
  const found = PLAIN.exec(plain)
  if (!found) return null
  const [, sign, before, after] = found
  return `${sign}${before}${after ? `.${after}` : ''}`
}
