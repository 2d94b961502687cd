import { activityJob } from '#cases/jobs/activity_job'
import { beginCaseJob } from '#cases/jobs/begin_case_job'
import { calendarRecount } from '#cases/jobs/calendar_recount'
import { callEndedJob } from '#cases/jobs/call_ended_job'
import { callEscalatedJob } from '#cases/jobs/call_escalated_job'
import { callGivenUpJob } from '#cases/jobs/call_given_up_job'
import { callJob } from '#cases/jobs/call_job'
import { messageDelivery } from '#cases/jobs/message_delivery'
import { messageExpiry } from '#cases/jobs/message_expiry'
import { migrationJob } from '#cases/jobs/migration_job'
import { ensurePartitions } from '#cases/jobs/partitions'
import { reminderJob } from '#cases/jobs/reminder_job'
import { scheduleBeginningsJob } from '#cases/jobs/schedule_beginnings_job'
import { signalHeardJob, signalJob } from '#cases/jobs/signal_job'
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
  registerJob('message_delivery', messageDelivery)
  registerJob('message_expiry', messageExpiry)
  registerJob('signal', signalJob)
  registerJob('signal_heard', signalHeardJob)
  registerJob('begin_case', beginCaseJob)
  registerJob('schedule_beginnings', scheduleBeginningsJob)
  registerJob('call', callJob)
  registerJob('call_ended', callEndedJob)
  registerJob('call_escalated', callEscalatedJob)
  registerJob('call_given_up', callGivenUpJob)
  registerJob('case_migration', migrationJob)
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
