/** Ten digits: the last two of the year and the number of the order in it. */
export function referenceOf(year: number, number: number): string {
  if (number > 99_999_999) throw new Error(`the year ${year} has no more payment references`)
  return `${String(year % 100).padStart(2, '0')}${String(number).padStart(8, '0')}`
}
