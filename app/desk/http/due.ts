import type { Speech } from '#desk/http/speech'
import type { Due } from '#desk/types'

/** From how many working days left a case asks for attention. */
const SOON = 5

export interface LegalDate {
  dueOn: string | null
  suspendedOn: string | null
  daysLeft: number | null
  closedAt?: Date | null
}

/** The legal date of a case in words and tone: never colour alone. */
export function dueWords({ dueOn, suspendedOn, daysLeft, closedAt }: LegalDate, speech: Speech): Due {
  const { t, day, moment } = speech
  if (closedAt)
    return { tone: 'quiet', words: t('desk.due.closed', { date: moment(closedAt).text }), day: null }
  if (suspendedOn)
    return { tone: 'quiet', words: t('cases.suspendedSince', { date: day(suspendedOn).text }), day: null }
  if (!dueOn || daysLeft === null) return { tone: 'quiet', words: t('cases.noTerm'), day: null }
  return leftWords(dueOn, daysLeft, speech)
}

/** A last day, by how many working days are left until it. */
export function leftWords(lastDay: string, daysLeft: number, { t, day }: Speech): Due {
  if (daysLeft < 0)
    return { tone: 'late', words: t('cases.daysOver', { days: -daysLeft }), day: day(lastDay) }
  const words = t('cases.daysLeft', { days: daysLeft })
  return { tone: daysLeft <= SOON ? 'soon' : 'calm', words, day: day(lastDay) }
}
