import type { Actor } from '#audit/types'
import type { Json } from '#core/json'
import type { Addressee, Delivery } from '#notifications/types'

/** What RD 203/2021 (art. 42) wants kept of an access: when, who, how surely, and to what. */
export const accessEvidence = (at: Date, { identifier, level, method }: Addressee): Json => ({
  at: at.toISOString(),
  identifier,
  level,
  method,
})

/** What is kept of a delivery on paper (Law 39/2015, arts. 41.1 and 42.2): when, to whom, and who wrote it down. */
export function deliveryEvidence({
  result,
  on,
  hour,
  first,
  receiver,
  relation,
  reference,
  at,
  actor,
}: Delivery & { at: Date; actor: Actor }): Record<string, Json> {
  const said = { hour, receiver, relation, reference }
  return {
    on,
    ...Object.fromEntries(Object.entries(said).filter((pair): pair is [string, string] => Boolean(pair[1]))),
    ...(result === 'returned' && first ? { first: { on: first.on, hour: first.hour } } : {}),
    ...(result === 'unknown' ? { reason: 'unknown' } : {}),
    at: at.toISOString(),
    officer: actor.id,
  }
}
