import type { Actor, AuditRow } from '#audit/types'
import type { Moment } from '#core/jobs/types'
import type { Refusal, SignatureRequest } from '#signatures/types'
import type { TownTransaction } from '#tenancy/town_transaction'

/** A document was signed by all who had to, or one of them refused. */
export interface SignatureEnded extends Moment {
  request: SignatureRequest
  refusal: Refusal | null
  actor: Actor
}

type Listener = (trx: TownTransaction, event: SignatureEnded) => Promise<AuditRow[]>
type Locker = (trx: TownTransaction, request: Pick<SignatureRequest, 'id' | 'caseId'>) => Promise<boolean>

const listeners: Listener[] = []
const lockers: Locker[] = []

/** Whoever must know hears of it inside the transaction: all of it is committed, or none. Their audit rows are for its end. */
export const onSignatureEnded = (listener: Listener) => void listeners.push(listener)

/**
 * Whoever will need a lock to hear of it takes it before the request is locked, so that nobody waits in a ring, and says
 * whether they still wait for it.
 */
export const beforeSignatureIsLocked = (locker: Locker) => void lockers.push(locker)

export async function announceEnded(trx: TownTransaction, event: SignatureEnded): Promise<AuditRow[]> {
  const acts = []
  for (const listener of listeners) acts.push(...(await listener(trx, event)))
  return acts
}

/** Whether everybody who asked for it still waits. */
export async function lockBefore(
  trx: TownTransaction,
  request: Pick<SignatureRequest, 'id' | 'caseId'>
): Promise<boolean> {
  const wanted = []
  for (const locker of lockers) wanted.push(await locker(trx, request))
  return wanted.every(Boolean)
}
