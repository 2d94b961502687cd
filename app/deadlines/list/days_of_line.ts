import { dayInText } from '#deadlines/list/day_in_text'

const SPANISH = /lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo/.source
const VALENCIAN = /dilluns|dimarts|dimecres|dijous|divendres|dissabte|diumenge/.source
const ENGLISH = /monday|tuesday|wednesday|thursday|friday|saturday|sunday/.source
const ANY = `(?:${SPANISH}|${VALENCIAN}|${ENGLISH})`

const WEEKDAY = new RegExp(`^\\(?${ANY}\\)?$`, 'i')
const WEEKDAY_BEFORE = new RegExp(`^${ANY}[ ,]+`, 'i')
const WEEKDAY_AFTER = new RegExp(`[ ,]+\\(?${ANY}\\)?$`, 'i')
const ARTICLE = /^(?:el )?(?:d[ií]a )?/i
const AND = /\s+(?:y|i|and)\s+/i

/** `17 de abril: Lunes de Pascua`, `1 de enero (sábado) Año Nuevo`: a day and its name in one cell. */
const PARTED = /^(.*?)(?:\s*:\s*|\s+[–—-]\s+|(?<=\))\s+)(.+)$/
const ONE_MORE = /(?:^|\s)(?:y|i|and)\s+(?:el\s+)?(?:d[ií]a\s+)?(\d{1,2}\s+(?:de\s+|d['’]\s?)?\p{L}+)/giu

/** The days that a line of a bulletin begins with, and the cells after them; weekdays say nothing that the day doesn't. */
export function daysOfLine(cells: string[], year: number): { days: string[]; rest: string[] } {
  const days: string[] = []
  let rest = cells
  for (;;) {
    const [first = '', ...others] = rest
    const [, dated = first, name] = PARTED.exec(first) ?? []
    const found = daysIn(dated, year).filter((day) => !days.includes(day))
    if (found.length === 0 && !WEEKDAY.test(dated.replace(ARTICLE, ''))) return { days, rest }
    days.push(...found)
    rest = name ? [name, ...others] : others
  }
}

/** Whether what would be names holds a day more, which would be lost in them. */
export const hidesADay = (names: string[], days: string[], year: number): boolean =>
  names
    .flatMap((name) => [
      ...daysOfLine([name], year).days,
      ...[...name.matchAll(ONE_MORE)].flatMap(([, day]) => dayInText(day!, year) ?? []),
    ])
    .some((day) => !days.includes(day))

/** `18 de marzo y 12 de junio`, `25 y 26 de diciembre`: each of them; none where a part is no day. */
function daysIn(text: string, year: number): string[] {
  const parts = text.split(AND).map(withoutWeekday)
  const month = parts.at(-1)!.replace(/^\d{1,2}/, '')
  const days = parts.map((part) => dayInText(/^\d{1,2}$/.test(part) ? part + month : part, year))
  return days.every((day) => day !== null) ? days : []
}

const withoutWeekday = (text: string) =>
  text.replace(ARTICLE, '').replace(WEEKDAY_BEFORE, '').replace(ARTICLE, '').replace(WEEKDAY_AFTER, '')
