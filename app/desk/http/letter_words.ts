import { type Calendar, workingDaysBetween } from '#deadlines/index'
import { postBy } from '#desk/domain/post_by'
import { leftWords } from '#desk/http/due'
import type { Speech } from '#desk/http/speech'
import type { ComingLine } from '#desk/types'
import type { Notification } from '#notifications/types'

/** What of its case a letter hangs on. */
interface Terms {
  dueOn: string | null
  silenceOn: string | null
}

/** What the office has to do with a letter: post it, publish it when it came back, or see to it when silence came first. */
export function letterWords(letter: Notification, terms: Terms, calendar: Calendar, speech: Speech): string {
  const { t, day } = speech
  if (letter.evidence['returned']) return t('desk.inbox.toPublish')
  if (terms.silenceOn) return t('desk.inbox.postedLate')
  return t('desk.inbox.toPost', { day: day(postBy(letter.madeAvailableAt, terms.dueOn, calendar)).text })
}

/** The last days to post the letters of a case; one that came back has been posted. */
export const lettersComing = (
  notifications: Notification[],
  { dueOn }: Pick<Terms, 'dueOn'>,
  { calendar, speech, at }: { calendar: Calendar; speech: Speech; at: Date }
): ComingLine[] =>
  notifications
    .filter(
      ({ address, state, evidence }) => address !== null && state === 'available' && !evidence['returned']
    )
    .map(({ madeAvailableAt, subject }) => {
      const lastDay = postBy(madeAvailableAt, dueOn, calendar)
      return {
        title: speech.t('desk.coming.letter', { name: subject }),
        due: leftWords(lastDay, workingDaysBetween(at.toISOString(), lastDay, calendar), {
          calendar,
          speech,
        }),
        notes: [speech.t('desk.coming.letterWhy')],
      }
    })
