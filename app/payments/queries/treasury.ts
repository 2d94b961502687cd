import { KEPT_CENTS } from '#payments/queries/refund_orders'
import type { OrderState, Payer } from '#payments/types'
import { inTown } from '#tenancy/town_transaction'

/** An order as the treasurer's list shows it; `amount` in cents. */
export interface TreasuryLine {
  id: string
  reference: string
  caseId: string
  concept: string
  payer: Payer
  amount: number
  state: OrderState
  orderedAt: Date
  expiresAt: Date
  /** When it came to stand as it does. */
  at: Date
  gateway: string | null
  externalId: string | null
  settledAt: Date | null
  /** What is left of what paid it, in cents: the rest was given back, or will be. */
  kept: number
}

export interface TreasuryFilter {
  /** Days of the town, both included (`YYYY-MM-DD`): those on which orders came to stand as they do. */
  from: string | null
  to: string | null
  state: OrderState | null
}

/** Where a page ended. */
export interface TreasuryPlace {
  at: string
  id: string
}

export const ORDER_STATES: readonly OrderState[] = ['open', 'paid', 'expired', 'cancelled']

/** Instants of the days `$2` to `$3` in the time zone `$4`. */
export const between = (instant: string) => `
  ($2::date IS NULL OR ${instant} >= ($2::date)::timestamp AT TIME ZONE $4)
  AND ($3::date IS NULL OR ${instant} < ($3::date + 1)::timestamp AT TIME ZONE $4)`

const AT = 'coalesce(o.ended_at, o.ordered_at)'

const LINES = `
SELECT o.id, o.reference, o.case_id AS "caseId", o.concept, o.payer, o.amount::float8 AS amount, o.state,
  o.ordered_at AS "orderedAt", o.expires_at AS "expiresAt", ${AT} AS at, s.gateway, s.external_id AS "externalId",
  s.settled_at AS "settledAt", coalesce(${KEPT_CENTS}, 0) AS kept
FROM payment_orders o
LEFT JOIN settlements s ON s.municipality_id = $1 AND s.order_id = o.id AND s.effect = 'pays'
WHERE o.municipality_id = $1 AND ${between(AT)} AND ($5::text IS NULL OR o.state = $5)`

interface Ask {
  timeZone: string
  limit: number
  after?: TreasuryPlace | null
}

const ask = (
  municipalityId: string,
  { from, to, state }: TreasuryFilter,
  { timeZone, limit, after }: Ask,
  newestFirst: boolean
): Promise<TreasuryLine[]> => {
  const [beyond, order] = newestFirst ? ['<', 'DESC'] : ['>', 'ASC']
  const sql = `${LINES} AND ($6::timestamptz IS NULL OR (${AT}, o.id) ${beyond} ($6, $7::uuid))
    ORDER BY ${AT} ${order}, o.id ${order} LIMIT $8`
  const values = [municipalityId, from, to, timeZone, state, after?.at ?? null, after?.id ?? null, limit]
  return inTown(municipalityId, (trx) => trx.rows<TreasuryLine>(sql, values))
}

/** Orders, the newest first: what people read on a page. */
export const newestPayments = (municipalityId: string, filter: TreasuryFilter, asked: Ask) =>
  ask(municipalityId, filter, asked, true)

const BATCH = 500

/** All lines of a list, a batch at a time, each from where the one before ended. */
export async function* inBatches<Line extends { at: Date; id: string }>(
  next: (limit: number, after: TreasuryPlace | null) => Promise<Line[]>
): AsyncGenerator<Line[]> {
  let after: TreasuryPlace | null = null
  for (;;) {
    const batch: Line[] = await next(BATCH, after)
    if (batch.length > 0) yield batch
    const last = batch.at(-1)
    if (!last || batch.length < BATCH) return
    after = { at: last.at.toISOString(), id: last.id }
  }
}

/** Every order that the filter takes, the oldest first, a batch at a time. */
export const everyPayment = (municipalityId: string, filter: TreasuryFilter, timeZone: string) =>
  inBatches((limit, after) => ask(municipalityId, filter, { timeZone, limit, after }, false))

/** How many, and how much in cents. */
export interface Total {
  count: number
  amount: number
}

/** `surplus`: money that came and paid nothing. `refunded`: of it, what went back in those days. */
export type TreasuryTotals = Record<OrderState | 'surplus' | 'refunded', Total>

/** How many rows there are, and what they come to. */
export const SUM = `count(*)::int AS count, coalesce(sum(amount), 0)::float8 AS amount`

const TOTALS = `
SELECT o.state AS name, ${SUM} FROM payment_orders o WHERE o.municipality_id = $1 AND ${between(AT)} GROUP BY o.state
UNION ALL SELECT 'surplus', ${SUM} FROM settlements s
  WHERE s.municipality_id = $1 AND s.effect = 'surplus' AND ${between('s.recorded_at')}
UNION ALL SELECT 'refunded', ${SUM} FROM refunds r WHERE r.municipality_id = $1 AND ${between('r.refunded_at')}`

/** What some days come to, by state, to the cent. */
export async function treasuryTotals(
  municipalityId: string,
  { from, to }: Omit<TreasuryFilter, 'state'>,
  timeZone: string
): Promise<TreasuryTotals> {
  const rows = await inTown(municipalityId, (trx) =>
    trx.rows<Total & { name: keyof TreasuryTotals }>(TOTALS, [municipalityId, from, to, timeZone])
  )
  const found = Object.fromEntries(rows.map(({ name, count, amount }) => [name, { count, amount }]))
  const names = [...ORDER_STATES, 'surplus', 'refunded'] as const
  return Object.fromEntries(
    names.map((name) => [name, found[name] ?? { count: 0, amount: 0 }])
  ) as TreasuryTotals
}
