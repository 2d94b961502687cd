/** What offices tell comes to the case that asked for it, and to no other: it is given by `listeners/`, and never kept. */
export const OFFICE_MESSAGES: readonly string[] = [
  'withdrawal',
  'notification_practised',
  'notification_attempted',
  'payment_ended',
  'signature_ended',
]

export const isOffices = (message: string): boolean => OFFICE_MESSAGES.includes(message)
