import { activityJob } from '#cases/jobs/activity_job'
import { timerJob } from '#cases/jobs/timer_job'
import { notificationPractised } from '#cases/listeners/notification_practised'
import { registerJob } from '#core/jobs/registry'
import { onNotificationPractised } from '#notifications/events'

/** What cases do after a commit, and whom they listen to. */
export function offerCases(): void {
  registerJob('activity', activityJob)
  registerJob('timer', timerJob)
  onNotificationPractised(notificationPractised)
}
