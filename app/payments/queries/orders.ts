import type { PaymentAttempt, PaymentOrder, Settlement } from '#payments/types'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

const ORDER = `
  SELECT id, reference, case_id AS "caseId", person_id AS "personId", concept, language, payer, assessment,
         amount::float8 AS amount, state, ordered_at AS "orderedAt", expires_at AS "expiresAt", ended_at AS "endedAt"
  FROM payment_orders WHERE municipality_id = $1`

const ATTEMPT = `
  SELECT id, order_id AS "orderId", gateway, state, started_at AS "startedAt", ended_at AS "endedAt"
  FROM payment_attempts WHERE municipality_id = $1`

const SETTLEMENT = `
  SELECT id, order_id AS "orderId", attempt_id AS "attemptId", gateway, external_id AS "externalId",
         amount::float8 AS amount, effect, reason, settled_at AS "settledAt"
  FROM settlements WHERE municipality_id = $1`

const first = <T>([row]: T[]): T | null => row ?? null

export const orderById = async (trx: TownTransaction, id: string): Promise<PaymentOrder | null> =>
  first(await trx.rows<PaymentOrder>(`${ORDER} AND id = $2`, [trx.municipalityId, id]))

/** An order, locked until the transaction ends. */
export const lockedOrder = async (trx: TownTransaction, id: string): Promise<PaymentOrder | null> =>
  first(await trx.rows<PaymentOrder>(`${ORDER} AND id = $2 FOR UPDATE`, [trx.municipalityId, id]))

/** What nobody has paid yet, in a town. */
export const openOrders = (trx: TownTransaction): Promise<PaymentOrder[]> =>
  trx.rows<PaymentOrder>(`${ORDER} AND state = 'open' ORDER BY id`, [trx.municipalityId])

/** An order of a person; null when it isn't there or isn't theirs. */
export const orderOf = (municipalityId: string, personId: string, id: string): Promise<PaymentOrder | null> =>
  inTown(municipalityId, async (trx) =>
    first(
      await trx.rows<PaymentOrder>(`${ORDER} AND person_id = $2 AND id = $3`, [municipalityId, personId, id])
    )
  )

/**
 * What a person has been asked to pay, the newest first: what waits (`waiting`), the rest, or all; `before` is the id of the
 * last one already seen.
 */
export const ordersOf = (
  municipalityId: string,
  personId: string,
  { waiting = null as boolean | null, before = null as string | null, limit = 20 } = {}
): Promise<PaymentOrder[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<PaymentOrder>(
      `${ORDER} AND person_id = $2 AND ($3::uuid IS NULL OR id < $3)
       AND ($5::boolean IS NULL OR (state = 'open') = $5) ORDER BY id DESC LIMIT $4`,
      [municipalityId, personId, before, limit, waiting]
    )
  )

export const ordersOfCase = (municipalityId: string, caseId: string): Promise<PaymentOrder[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<PaymentOrder>(`${ORDER} AND case_id = $2 ORDER BY id`, [municipalityId, caseId])
  )

export const attemptById = async (trx: TownTransaction, id: string): Promise<PaymentAttempt | null> =>
  first(await trx.rows<PaymentAttempt>(`${ATTEMPT} AND id = $2`, [trx.municipalityId, id]))

/** What was tried to pay an order, in order. */
export const attemptsOf = (municipalityId: string, orderId: string): Promise<PaymentAttempt[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<PaymentAttempt>(`${ATTEMPT} AND order_id = $2 ORDER BY started_at, id`, [
      municipalityId,
      orderId,
    ])
  )

/** The attempts of an order that no gateway has answered for. */
export const openAttempts = (municipalityId: string, orderId: string): Promise<PaymentAttempt[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<PaymentAttempt>(`${ATTEMPT} AND order_id = $2 AND state = 'started' ORDER BY id`, [
      municipalityId,
      orderId,
    ])
  )

/** The money that came for an order. */
export const settlementsOf = (municipalityId: string, orderId: string): Promise<Settlement[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<Settlement>(`${SETTLEMENT} AND order_id = $2 ORDER BY id`, [municipalityId, orderId])
  )

export const settlementById = async (trx: TownTransaction, id: string): Promise<Settlement | null> =>
  first(await trx.rows<Settlement>(`${SETTLEMENT} AND id = $2`, [trx.municipalityId, id]))
