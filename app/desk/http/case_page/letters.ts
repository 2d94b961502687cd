import type { Speech } from '#desk/http/speech'
import type { CasePageProps } from '#desk/types'
import type { Notice, Notification } from '#notifications/types'

/** A formal notification and what became of it; one on paper has no last moment. */
export const notificationLine = (
  { id, subject, state, madeAvailableAt, expiresAt, actedAt }: Notification,
  { t, moment }: Speech
): CasePageProps['notifications'][number] => ({
  id,
  subject,
  state,
  words: t(`notifications.states.${state}`),
  at: moment(madeAvailableAt),
  until: expiresAt && moment(expiresAt),
  actedAt: actedAt && moment(actedAt),
})

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
