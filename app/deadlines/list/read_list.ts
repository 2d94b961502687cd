import { LANGUAGES } from '#core/locale'
import { dayOf, isoDate } from '#deadlines/day'
import { dayInText, mayHoldADay } from '#deadlines/list/day_in_text'
import { daysOfLine, hidesADay } from '#deadlines/list/days_of_line'
import { type ListEntry, eventsIn, isCalendarFile, linesIn } from '#deadlines/list/entries'
import { inOrder } from '#deadlines/list/with_list'
import type { Holiday } from '#deadlines/types'

export type ListedDay = Holiday & { day: string }

export interface ListFault {
  line: number
  code: 'no_day' | 'no_name' | 'several' | 'other_year' | 'twice'
  text: string
}

export interface ReadList {
  days: ListedDay[]
  /** Whose days it is the list of: those it names, and those whose usual days are in it. */
  levels: Holiday['scope'][]
  faults: ListFault[]
}

interface Around {
  year: number
  /** The usual days of the year, by which those of the state and the region are known, and named in each language. */
  usual: ListedDay[]
  /** Whose days are that the list and the usual ones don't say. */
  otherwise: Holiday['scope']
}

const LONGEST_NAME = 100

const SCOPES: [Holiday['scope'], RegExp][] = [
  ['state', /^(estado|estatal|nacional|estat|national|state|spain|españa)$/i],
  ['region', /^(auton[oòó]mi[ck][ao]?|autonòmica|comunidad( aut[oó]noma)?|comunitat( aut[oò]noma)?|regional|region|regi[oó]n?)$/i],
  ['local', /^(local|municipal)$/i],
  ['body', /^(propio|propi|pròpia|propia|body|own)$/i],
] // prettier-ignore

/** Reads what a bulletin publishes, as lines of a spreadsheet, as sentences of its list or as a calendar file (Law 39/2015, art. 30.7). */
export function readList(text: string, around: Around): ReadList {
  const file = isCalendarFile(text)
  const faults: ListFault[] = []
  const days = new Map<string, ListedDay>()
  const levels = new Set<Holiday['scope']>()
  const entries = file ? eventsIn(text) : linesIn(text.normalize('NFC'))
  for (const [index, entry] of entries.entries()) {
    const fault = (code: ListFault['code']) =>
      void faults.push({ line: entry.line, code, text: entry.cells.join(' · ').slice(0, 80) })
    const { days: dated, rest } = file ? daysOfEvent(entry) : daysOfLine(entry.cells, around.year)
    if (dated.length === 0 && (file || index > 0 || !isHeader(entry))) fault('no_day')
    if (!file && dated.length > 0 && hidesADay(rest, dated, around.year)) {
      fault('several')
      continue
    }
    for (const day of dated) {
      if (!day.startsWith(`${around.year}-`)) {
        // A calendar file may hold more years.
        if (!file) fault('other_year')
      } else if (days.has(day)) fault('twice')
      else {
        const { level, ...listed } = listedDay(day, rest, around)
        if (Object.values(listed.name).includes('')) fault('no_name')
        else days.set(day, listed)
        if (level) levels.add(level)
      }
    }
  }
  return { days: inOrder([...days.values()]), levels: [...levels], faults }
}

/** The first line of a table says what its columns are; one that speaks of days is none. */
const isHeader = ({ cells }: ListEntry) => cells.length > 1 && !cells.some(mayHoldADay)

/** The days of an event, of which a calendar file names the one after the last. */
function daysOfEvent({ cells: [start = '', ...rest], before }: ListEntry) {
  const first = dayInText(start, 0)
  if (!first) return { days: [], rest }
  const end = before ? dayInText(before, 0) : null
  const most = end ? Math.min(dayOf(end) - dayOf(first), 31) : 1
  return {
    days: Array.from({ length: Math.max(1, most) }, (_, index) => isoDate(dayOf(first) + index)),
    rest,
  }
}

function listedDay(day: string, rest: string[], { usual, otherwise }: Around) {
  const scopeOf = (cell: string) => SCOPES.find(([, words]) => words.test(cell))?.[0]
  const said = rest.map(scopeOf).find(Boolean)
  const names = rest.filter((cell) => !scopeOf(cell)).map((name) => name.slice(0, LONGEST_NAME))
  const known = usual.find((one) => one.day === day && (!said || one.scope === said))
  const name =
    known && names.length < 2
      ? known.name
      : Object.fromEntries(LANGUAGES.map((language, index) => [language, names[index] ?? names[0] ?? '']))
  const level = said ?? known?.scope
  return { day, scope: level ?? otherwise, name, level }
}
