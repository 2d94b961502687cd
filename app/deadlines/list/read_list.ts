import { LANGUAGES } from '#core/locale'
import { dayOf, isoDate } from '#deadlines/day'
import { dayInText } from '#deadlines/list/day_in_text'
import { type ListEntry, eventsIn, isCalendarFile, linesIn } from '#deadlines/list/entries'
import type { Holiday } from '#deadlines/types'

export type ListedDay = Holiday & { day: string }

export interface ListFault {
  line: number
  code: 'no_day' | 'no_name' | 'other_year' | 'twice'
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
  for (const entry of file ? eventsIn(text) : linesIn(text)) {
    const first = dayInText(entry.cells[0] ?? '', around.year)
    const fault = (code: ListFault['code']) =>
      void faults.push({ line: entry.line, code, text: entry.cells.join(' · ').slice(0, 80) })
    if (!first) {
      // The first line of a table says what its columns are.
      if (days.size > 0 || faults.length > 0 || file || entry.cells.length < 2) fault('no_day')
      continue
    }
    for (const day of daysOf(first, entry)) {
      if (!day.startsWith(`${around.year}-`)) {
        // A calendar file may hold more years.
        if (!file) fault('other_year')
      } else if (days.has(day)) fault('twice')
      else {
        const { level, ...listed } = listedDay(day, entry, around)
        if (Object.values(listed.name).includes('')) fault('no_name')
        else days.set(day, listed)
        if (level) levels.add(level)
      }
    }
  }
  return { days: inOrder([...days.values()]), levels: [...levels], faults }
}

/** The days of an event, of which a calendar file names the one after the last. */
function daysOf(first: string, { before }: ListEntry): string[] {
  const end = before ? dayInText(before, 0) : null
  const most = end ? Math.min(dayOf(end) - dayOf(first), 31) : 1
  return Array.from({ length: Math.max(1, most) }, (_, index) => isoDate(dayOf(first) + index))
}

function listedDay(day: string, { cells: [, ...rest] }: ListEntry, { usual, otherwise }: Around) {
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

const inOrder = <Day extends { day: string }>(days: Day[]): Day[] =>
  days.sort((a, b) => a.day.localeCompare(b.day))

/**
 * A year with what was published of it: of whichever level the list speaks, it is the whole; levels that it says nothing
 * of (the town's own, in the list of the region) stay, and what says nothing of itself only adds.
 */
export function withList(current: ListedDay[], { days, levels }: Omit<ReadList, 'faults'>): ListedDay[] {
  const named = new Set(days.map(({ day }) => day))
  const kept = current.filter(({ scope, day }) => !levels.includes(scope) && !named.has(day))
  return inOrder([...kept, ...days])
}
