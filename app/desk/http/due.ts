import { type Calendar, provisional } from '#deadlines/index'
import type { Speech } from '#desk/http/speech'
import type { Due } from '#desk/types'

/** From how many working days left a case asks for attention. */
const SOON = 5

export interface LegalDate {
  dueOn: string | null
  suspendedOn: string | null
  daysLeft: number | null
  /** Since when the days of its term are counted one by one, if they are. */
  since?: string
  closedAt?: Date | null
}

/** The legal date of a case in words and tone: never colour alone. */
export function dueWords(
  { dueOn, suspendedOn, daysLeft, since, closedAt }: LegalDate,
  calendar: Calendar,
  speech: Speech
): Due {
  const { t, day, moment } = speech
  if (closedAt) return quietly(t('desk.due.closed', { date: moment(closedAt).text }))
  if (suspendedOn) return quietly(t('cases.suspendedSince', { date: day(suspendedOn).text }))
  if (!dueOn || daysLeft === null) return quietly(t('cases.noTerm'))
  return leftWords(dueOn, daysLeft, { calendar, speech, since })
}

/** What has no last day now. */
export const quietly = (words: string): Due => ({ tone: 'quiet', words, day: null, note: null })

const NOTES = { YEAR_NOT_LOADED: 'desk.due.provisional', YEAR_NOT_CONFIRMED: 'desk.due.unconfirmed' }

/** A last day, by how many working days are left until it; `since` when its term counts each of them. */
export function leftWords(
  lastDay: string,
  daysLeft: number,
  { calendar, speech: { t, day }, since }: { calendar: Calendar; speech: Speech; since?: string | undefined }
): Due {
  const why = provisional(lastDay, calendar, since)
  const told = { day: day(lastDay), note: why && t(NOTES[why.doubt], { year: why.year }) }
  if (daysLeft < 0) return { ...told, tone: 'late', words: t('cases.daysOver', { days: -daysLeft }) }
  const words = t('cases.daysLeft', { days: daysLeft })
  return { ...told, tone: daysLeft <= SOON ? 'soon' : 'calm', words }
}
