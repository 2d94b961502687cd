/** What a line of a list says, before anybody asks what it means. */
export interface ListEntry {
  /** From one; in a calendar file, of the line where its event begins. */
  line: number
  cells: string[]
  /** Of an event of several days, the day after its last. */
  before?: string
}

const BULLET = /^\s*(?:[-–—•*·]|[a-zñ]\)|\d+[.)](?=\s))\s*/i

/** Lines of cells, as spreadsheets and bulletins have them: parted by semicolons or tabs, else by commas. */
export const linesIn = (text: string): ListEntry[] =>
  text.split(/\r\n|\r|\n/).flatMap((raw, index) => {
    const line = raw.replace(BULLET, '').trim()
    return line === '' ? [] : [{ line: index + 1, cells: cellsOf(line) }]
  })

function cellsOf(line: string): string[] {
  const parted = line.includes(';') ? ';' : line.includes('\t') ? '\t' : ','
  const cells: string[] = []
  let [cell, quoted] = ['', false]
  for (const letter of line) {
    if (letter === '"') quoted = !quoted
    else if (letter === parted && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += letter
  }
  return [...cells, cell].map((one) => one.trim().replace(/\.$/, '').trim()).filter((one) => one !== '')
}

/** The events of a calendar file (RFC 5545) as cells: the day, what it is called, and its categories. */
export function eventsIn(text: string): ListEntry[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const entries: ListEntry[] = []
  let event: ({ DTSTART?: string; DTEND?: string; SUMMARY?: string; CATEGORIES?: string } & { line: number }) | null = null // prettier-ignore
  lines.forEach((one, index) => {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(one) ?? []
    if (one === 'BEGIN:VEVENT') event = { line: index + 1 }
    else if (one === 'END:VEVENT' && event) {
      const { line, DTSTART = '', DTEND, SUMMARY = '', CATEGORIES = '' } = event
      const cells = [DTSTART.slice(0, 8), unescaped(SUMMARY), ...CATEGORIES.split(',')]
      entries.push({ line, cells: cells.filter((cell) => cell !== ''), before: DTEND?.slice(0, 8) })
      event = null
    } else if (event && ['DTSTART', 'DTEND', 'SUMMARY', 'CATEGORIES'].includes(name))
      event = { ...event, [name]: value.trim() }
  })
  return entries
}

const unescaped = (text: string) =>
  text
    .replace(/\\n/gi, ' ')
    .replace(/\\([,;\\])/g, '$1')
    .trim()

export const isCalendarFile = (text: string): boolean => /^\uFEFF?\s*BEGIN:VCALENDAR/.test(text)
