import type { SubscriptionRow, TimerInput } from '#cases/types'
import type { Json } from '#core/json'
import type { JobRow } from '#core/jobs/types'

/** An open task as it is shown. */
export interface OpenTask {
  key: string
  element: string
  form: string | null
  role: string
  dueOn: string | null
  initialAnswers: Record<string, Json> | null
}

/** All that waits outside for the tokens of a case. */
export interface Waits {
  tasks: OpenTask[]
  timers: (Omit<JobRow, 'input'> & { input: TimerInput })[]
  activities: JobRow[]
  subscriptions: SubscriptionRow[]
  /** The keys of open incidents. */
  incidents: string[]
}
