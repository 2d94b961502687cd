/** The number of a case that no entry of the register opens: it has one of its own, as `2026-EO-000123`. */
export const openingNumber = (year: number, number: number): string =>
  `${year}-EO-${String(number).padStart(6, '0')}`
