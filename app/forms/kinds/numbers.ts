import { numberFormat } from '#core/locale'

/** Formats an exact decimal without passing through a binary number. Text that is no number stays as it is. */
export const exact =
  (lang: string, options: Intl.NumberFormatOptions) =>
  (text: string): string =>
    /^-?\d+(\.\d+)?$/.test(text)
      ? numberFormat(lang, options).format(text as Intl.StringNumericLiteral)
      : text

/** `1.234,56 €`, as each language writes it. */
export const euros = (lang: string): ((text: string) => string) =>
  exact(lang, { style: 'currency', currency: 'EUR' })
