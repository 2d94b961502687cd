/** What pages are in, and what is published in every language. */
export const LANGUAGES = ['es', 'ca', 'en'] as const

/** How a language writes dates and hours here: English as in Europe. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

/** A day (`YYYY-MM-DD`) in words. */
export const dayInWords = (day: string, language: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(localeOf(language), { timeZone: 'UTC', dateStyle: 'long' })

/** What acts, entries and receipts can be written in; English is for pages only (Law 39/2015, art. 15). */
export const OFFICIAL_LANGUAGES = ['es', 'ca'] as const

const isOfficial = (language: unknown): language is (typeof OFFICIAL_LANGUAGES)[number] =>
  OFFICIAL_LANGUAGES.some((official) => official === language)

/** The first official language among these. */
export const officialLanguage = (asked: unknown[]): string => asked.find(isOfficial) ?? 'es'

/**
 * How a language writes figures: from a thousand on in groups of three (`1.234,50 €`). Left to itself, Spanish writes four
 * digits together, so that the amounts of a column read differently.
 */
export const numberFormat = (language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  new Intl.NumberFormat(localeOf(language), { useGrouping: 'always', ...options })

/** Cents as euros, exactly. */
const euros = (cents: number) => (cents / 100).toFixed(2) as Intl.StringNumericLiteral

/** Cents as somebody types them in a language: no sign, no groups. */
export const amountTyped = (cents: number, language: string): string =>
  numberFormat(language, { minimumFractionDigits: 2, useGrouping: false }).format(euros(cents))

/** How a language writes amounts, decimals and days. Amounts are cents, or text with two decimals. */
export const figuresOf = (language: string) => ({
  money: (amount: number | string): string =>
    numberFormat(language, { style: 'currency', currency: 'EUR' }).format(
      typeof amount === 'number' ? euros(amount) : (amount as Intl.StringNumericLiteral)
    ),
  /** With so many decimals at least. */
  number: (text: string, least = 0): string =>
    numberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: 10 }).format(
      text as Intl.StringNumericLiteral
    ),
  date: (iso: string): string => dayInWords(iso, language),
})
