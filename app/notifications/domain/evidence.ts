import type { Json } from '#core/json'
import type { Addressee } from '#notifications/types'

/** What RD 203/2021 (art. 42) wants kept of an access: when, who, how surely, and to what. */
export const accessEvidence = (at: Date, { identifier, level, method }: Addressee): Json => ({
  at: at.toISOString(),
  identifier,
  level,
  method,
})
