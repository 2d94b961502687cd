import { dayOf } from '#deadlines/day'

/** The months as bulletins write them, in Spanish, Valencian and English, without accents. */
const MONTHS = [
  ['enero', 'gener', 'january'],
  ['febrero', 'febrer', 'february'],
  ['marzo', 'marc', 'march'],
  ['abril', 'april'],
  ['mayo', 'maig', 'may'],
  ['junio', 'juny', 'june'],
  ['julio', 'juliol', 'july'],
  ['agosto', 'agost', 'august'],
  ['septiembre', 'setiembre', 'setembre', 'september'],
  ['octubre', 'october'],
  ['noviembre', 'novembre', 'november'],
  ['diciembre', 'desembre', 'december'],
]

const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/
const ISO = /^(\d{4})-?(\d{2})-?(\d{2})$/
const WRITTEN = /^(\d{1,2})\.?(?:º|ª|st|nd|rd|th)? (?:de |d['’] ?)?([a-z]+)(?: (?:de |del )?(\d{4}))?$/

/** `2027-10-09`, `9/10/2027`, `9 de octubre`, `9 d’octubre`: the day as ISO, of `year` where it names none; null for what is none. */
export function dayInText(text: string, year: number): string | null {
  const plain = plainly(text)
  const iso = ISO.exec(plain)
  if (iso) return existing(iso[1]!, iso[2]!, iso[3]!)
  const numeric = NUMERIC.exec(plain)
  if (numeric) return existing(numeric[3] ?? String(year), numeric[2]!, numeric[1]!)
  const written = WRITTEN.exec(plain)
  const month = MONTHS.findIndex((names) => names.includes(written?.[2] ?? ''))
  return written && month >= 0 ? existing(written[3] ?? String(year), String(month + 1), written[1]!) : null
}

/** Whether a text could speak of a day: it has a digit or the name of a month. */
export const mayHoldADay = (text: string): boolean =>
  /\d/.test(text) || plainly(text).split(/[^a-z]+/).some((word) => MONTHS.some((names) => names.includes(word))) // prettier-ignore

const plainly = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

function existing(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  try {
    dayOf(date)
    return date
  } catch {
    return null
  }
}
