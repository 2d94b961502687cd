import { createHash, timingSafeEqual } from 'node:crypto'
import env from '#start/env'
import { isLocal } from '#start/local_address'

export interface Reader {
  /** The header `Authorization`. */
  token: string | undefined
  /** Whether a proxy says that it asks for somebody else. */
  forwarded: boolean
  address: string | undefined
}

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/

/** The scheme is the same in capitals and without (RFC 9110, 11.1). */
const BEARER = /^bearer +(\S+)$/i

const digest = (text: string) => createHash('sha256').update(text).digest()
const equal = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))

/**
 * With `METRICS_TOKEN` whoever brings it. Without one only this machine, and only of a house that is for this machine:
 * behind a proxy everybody comes from here.
 */
export function mayReadMetrics(
  { token, forwarded, address = '' }: Reader,
  given = {
    token: env.get('METRICS_TOKEN'),
    host: env.get('HOST', '127.0.0.1'),
    publicUrl: env.get('PUBLIC_URL'),
  }
): boolean {
  if (given.token) return equal(BEARER.exec(token ?? '')?.[1] ?? '', given.token)
  const ofThisMachine = isLocal(given.host) && (!given.publicUrl || isLocal(given.publicUrl))
  return ofThisMachine && !forwarded && LOOPBACK.test(address)
}
