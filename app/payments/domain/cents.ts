/** `12.50` as 1250 cents. Only what `fees` reckons comes here: two decimals, always. */
export function centsOf(amount: string): number {
  if (!/^\d+\.\d\d$/.test(amount)) throw new Error(`not an amount to be paid: ${amount}`)
  return Number(amount.replace('.', ''))
}

/** What somebody or a process says an amount in euros is (`12`, `12.5`, `12.50`), in cents; null if it is none. */
export function centsIn(text: string): number | null {
  const [, euros, decimals = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  return euros === undefined ? null : Number(euros + decimals.padEnd(2, '0'))
}

/** 1250 cents as `12.50`. */
export const amountOf = (cents: number): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
