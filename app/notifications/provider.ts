import env from '#start/env'
import { registerJob } from '#core/jobs/registry'
import { outboxTransport } from '#notifications/drivers/outbox_transport'
import { smtpTransport } from '#notifications/drivers/smtp_transport'
import { noticeJob } from '#notifications/jobs/notice_job'
import { notificationExpiry } from '#notifications/jobs/notification_expiry'

/** What this office does after a commit. */
export function offerNotifications(): void {
  const url = env.get('SMTP_URL')
  registerJob('notification_expiry', notificationExpiry)
  registerJob('notice', noticeJob(url ? smtpTransport(url) : outboxTransport))
}
