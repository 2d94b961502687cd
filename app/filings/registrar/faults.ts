import { isLostConnection } from '#core/lost_connection'

/** How a transaction failed, and therefore what the registrar does next. */
export type Fault = 'retry' | 'unknown_commit' | 'duplicate' | 'member'

/** A shard that is moving answers 42704; a deadlock and a serialisation failure are worth another try. */
const RETRY = new Set(['40001', '40P01', '55P03', '42704'])

export function faultOf(error: any): Fault {
  const code = String(error?.code ?? '')
  if (RETRY.has(code)) return 'retry'
  // It may have been lost inside COMMIT: nobody knows yet what became of it.
  if (isLostConnection(error)) return 'unknown_commit'
  if (code === '23505') return 'duplicate'
  return 'member'
}
