import { activityJob } from '#cases/jobs/activity_job'
import { calendarRecount } from '#cases/jobs/calendar_recount'
import { ensurePartitions } from '#cases/jobs/partitions'
import { reminderJob } from '#cases/jobs/reminder_job'
import { timerJob } from '#cases/jobs/timer_job'
import { moneyGoesBack } from '#cases/listeners/money_goes_back'
import { notificationAttempted } from '#cases/listeners/notification_attempted'
import { notificationPractised } from '#cases/listeners/notification_practised'
import { paymentEnded } from '#cases/listeners/payment_ended'
import { signatureEnded } from '#cases/listeners/signature_ended'
import { awaitsPayment, awaitsSignature } from '#cases/queries/awaits'
import { orderWordsOf } from '#cases/queries/order_words'
import { registerChore } from '#core/jobs/chores'
import { registerJob } from '#core/jobs/registry'
import { onNotificationAttempted, onNotificationPractised } from '#notifications/events'
import { beforeOrderIsLocked, onMoneyGoesBack, onPaymentEnded } from '#payments/events'
import { offerOrderWords } from '#payments/queries/order_words'
import { beforeSignatureIsLocked, onSignatureEnded } from '#signatures/events'

/** What cases do after a commit, and whom they listen to. */
export function offerCases(): void {
  registerJob('activity', activityJob)
  registerJob('timer', timerJob)
  registerJob('reminder', reminderJob)
  registerJob('calendar_recount', calendarRecount)
  registerChore('cases.partitions', ensurePartitions)
  onNotificationPractised(notificationPractised)
  onNotificationAttempted(notificationAttempted)
  beforeOrderIsLocked(awaitsPayment)
  onPaymentEnded(paymentEnded)
  onMoneyGoesBack(moneyGoesBack)
  beforeSignatureIsLocked(awaitsSignature)
  onSignatureEnded(signatureEnded)
  offerOrderWords(orderWordsOf)
}
