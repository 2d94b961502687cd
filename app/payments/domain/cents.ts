/** `12.50` as 1250 cents. Only what `fees` reckons comes here: two decimals, always. */
export function centsOf(amount: string): number {
  if (!/^\d+\.\d\d$/.test(amount)) throw new Error(`not an amount to be paid: ${amount}`)
  return Number(amount.replace('.', ''))
}

/** 1250 cents as `12.50`. */
export const amountOf = (cents: number): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
