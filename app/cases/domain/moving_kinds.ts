/** The kinds of jobs that move a case: of one case they are done in the order of their legal instants, however late. */
export const MOVING_KINDS = [
  'activity',
  'timer',
  'notification_expiry',
  'payment_expiry',
  'call_ended',
  'call_escalated',
  'signal_heard',
]

/** A reminder looks at how things stand: after all of that. */
export const ORDERED_KINDS = [...MOVING_KINDS, 'reminder']
