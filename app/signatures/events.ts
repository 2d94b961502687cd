import type { Actor, AuditRow } from '#audit/types'
import type { Moment } from '#core/jobs/types'
import type { Refusal, SignatureRequest } from '#signatures/types'
import { ears } from '#tenancy/events'
import type { TownTransaction } from '#tenancy/town_transaction'

/** A document was signed by all who had to, or one of them refused. */
export interface SignatureEnded extends Moment {
  request: SignatureRequest
  refusal: Refusal | null
  actor: Actor
}

const ended = ears<SignatureEnded, AuditRow[]>()

export const onSignatureEnded = ended.on

/** The audit rows of whoever heard of it are for the end of the transaction. */
export const announceEnded = async (trx: TownTransaction, event: SignatureEnded): Promise<AuditRow[]> =>
  (await ended.announce(trx, event)).flat()

type Asked = Pick<SignatureRequest, 'id' | 'caseId'>

const lockers = ears<Asked, boolean>()

/**
 * Whoever will need a lock to hear of it takes it before the request is locked, so that nobody waits in a ring, and says
 * whether they still wait for it.
 */
export const beforeSignatureIsLocked = lockers.on

/** Whether everybody who asked for it still waits. */
export const lockBefore = async (trx: TownTransaction, request: Asked): Promise<boolean> =>
  (await lockers.announce(trx, request)).every(Boolean)
