import { type ActivityData, activity } from '#engine/elements/shared/activity'
import type { Kind } from '#engine/elements/kind'

/** The house does something by itself. */
export const serviceTask: Kind<ActivityData> = { ...activity, name: 'service_task', bpmn: 'ServiceTask' }
