const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a day that exists, as YYYY-MM-DD of the years 1 to 9999. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = SHAPE.exec(text) ?? []
  if (year === undefined || Number(year) === 0) return false
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}
