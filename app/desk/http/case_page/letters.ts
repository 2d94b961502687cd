import { deliveryLines } from '#desk/http/delivery_lines'
import type { Speech } from '#desk/http/speech'
import type { CasePageProps } from '#desk/types'
import type { Notice, Notification } from '#notifications/types'

/** A formal notification and what became of it; one on paper has no last moment. */
export const notificationLine = (
  notification: Notification,
  speech: Speech
): CasePageProps['notifications'][number] => {
  const { id, subject, madeAvailableAt, expiresAt, actedAt } = notification
  const state = stateOf(notification)
  return {
    id,
    subject,
    state,
    words: speech.t(`notifications.states.${state}`),
    at: speech.moment(madeAvailableAt),
    until: expiresAt && speech.moment(expiresAt),
    actedAt: actedAt && speech.moment(actedAt),
    delivery: deliveryLines(notification, speech),
  }
}

/** On paper nothing waits to be opened: it is to be posted, or it came back and is to be published. */
function stateOf({ state, address, evidence }: Notification): string {
  if (state !== 'available' || address === null) return state
  return evidence['returned'] ? 'returned' : 'posted'
}

/** A courtesy notice by e-mail. */
export const noticeLine = (
  { id, subject, recipient, state, createdAt }: Notice,
  { t, moment }: Speech
): CasePageProps['notices'][number] => ({
  id,
  subject,
  recipient,
  state,
  words: t(`desk.notices.states.${state}`),
  at: moment(createdAt),
})
