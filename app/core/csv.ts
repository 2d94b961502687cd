/** First in a file, it has spreadsheets read accents as they are. */
export const BYTE_ORDER_MARK = '\ufeff'

/** What a spreadsheet takes for a formula: it is shown as text instead (an apostrophe before it). */
const FORMULA = /^[=+\-@\t\r]/

/** One cell of a file for spreadsheets (RFC 4180). */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line; the semicolon is what spreadsheets in Spain read as the border of a cell. */
export const csvLine = (cells: (string | number | null)[]): string => `${cells.map(csvCell).join(';')}\r\n`
