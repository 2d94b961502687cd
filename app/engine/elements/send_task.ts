import { type ActivityData, activity } from '#engine/elements/shared/activity'
import type { Kind } from '#engine/elements/kind'

/** The house tells somebody something: an activity like any other, drawn with an envelope. */
export const sendTask: Kind<ActivityData> = { ...activity, name: 'send_task', bpmn: 'SendTask' }
