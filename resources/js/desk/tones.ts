/** The colour of a state; its word says the same. */
export const NOTIFICATION_TONES: Record<string, string> = {
  available: 'info',
  accepted: 'success',
  rejected: 'caution',
  expired: 'caution',
  posted: 'info',
  returned: 'caution',
  delivered: 'success',
  refused: 'caution',
  published: 'caution',
  taken_back: 'quiet',
}

export const NOTICE_TONES: Record<string, string> = {
  queued: 'quiet',
  sent: 'success',
  kept: 'quiet',
  failed: 'danger',
}

export const PAYMENT_TONES: Record<string, string> = {
  open: 'info',
  paid: 'success',
  expired: 'caution',
  cancelled: 'quiet',
}

export const REFUND_TONES: Record<string, string> = {
  ordered: 'info',
  stuck: 'danger',
  done: 'success',
}

export const SIGNING_TONES: Record<string, string> = {
  open: 'info',
  next: 'info',
  signed: 'success',
  refused: 'danger',
  withdrawn: 'quiet',
}
