import type { Notification } from '#notifications/types'

const AT_THE_DOOR = ['delivered', 'refused', 'published']

/** Whether the office has written down that a notification on paper was carried to its address: until then it is to be posted. */
export const wasPosted = ({ state, evidence }: Pick<Notification, 'state' | 'evidence'>): boolean =>
  AT_THE_DOOR.includes(state) || 'returned' in evidence
