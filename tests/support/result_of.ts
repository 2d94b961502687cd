import type { ActivityOutcome } from '#cases/activities/activity'
import type { Json } from '#core/json'

/** What an activity answered, where it reported no error. */
export function resultOf(outcome: ActivityOutcome): Record<string, Json> {
  if ('error' in outcome) throw new Error(`it reported ${outcome.error}`)
  return outcome.result
}
