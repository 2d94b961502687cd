import { REFUNDS } from '#payments/queries/refunds'
import {
  between,
  inBatches,
  SUM,
  type Total,
  type TreasuryFilter,
  type TreasuryPlace,
} from '#payments/queries/treasury'
import type { Payer, Refund } from '#payments/types'
import { inTown } from '#tenancy/town_transaction'

export const REFUND_STATES = ['ordered', 'stuck', 'done'] as const satisfies readonly Refund['state'][]

/** A refund as the treasurer's list shows it. */
export interface RefundLine extends Refund {
  reference: string
  caseId: string
  concept: string
  payer: Payer
  /** When it came to stand as it does: gone, or asked for. */
  at: Date
}

/** `from` and `to`: days of the town on which refunds came to stand as they do. */
export type RefundFilter = Omit<TreasuryFilter, 'state'> & { state: Refund['state'] | null }

interface Ask {
  timeZone: string
  limit: number
  after?: TreasuryPlace | null
}

const AT = `coalesce(f."refundedAt", f."askedAt")`

const LINES = `
SELECT f.*, o.reference, o.case_id AS "caseId", o.concept, o.payer, ${AT} AS at
FROM (${REFUNDS}) f JOIN payment_orders o ON o.municipality_id = $1 AND o.id = f."orderId"
WHERE ${between(AT)} AND ($5::text IS NULL OR f.state = $5)`

function ask(
  municipalityId: string,
  { from, to, state }: RefundFilter,
  { timeZone, limit, after }: Ask,
  newestFirst: boolean
): Promise<RefundLine[]> {
  const [beyond, order] = newestFirst ? ['<', 'DESC'] : ['>', 'ASC']
  const sql = `${LINES} AND ($6::timestamptz IS NULL OR (${AT}, f.id) ${beyond} ($6, $7::uuid))
    ORDER BY at ${order}, f.id ${order} LIMIT $8`
  const values = [municipalityId, from, to, timeZone, state, after?.at ?? null, after?.id ?? null, limit]
  return inTown(municipalityId, (trx) => trx.rows<RefundLine>(sql, values))
}

/** Refunds, the newest first: what people read on a page. */
export const newestRefunds = (municipalityId: string, filter: RefundFilter, asked: Ask) =>
  ask(municipalityId, filter, asked, true)

/** Every refund that the filter takes, the oldest first, a batch at a time. */
export const everyRefund = (municipalityId: string, filter: RefundFilter, timeZone: string) =>
  inBatches((limit, after) => ask(municipalityId, filter, { timeZone, limit, after }, false))

/** `captured`: all money that came, whether it paid or not. `waiting`: what was asked for then and has not gone yet. */
export type MoneyTotals = Record<'captured' | 'refunded' | 'waiting', Total>

const TOTALS = `
SELECT 'captured' AS name, ${SUM} FROM settlements s WHERE s.municipality_id = $1 AND ${between('s.recorded_at')}
UNION ALL SELECT 'refunded', ${SUM} FROM refunds r WHERE r.municipality_id = $1 AND ${between('r.refunded_at')}
UNION ALL SELECT 'waiting', ${SUM} FROM (${REFUNDS}) f WHERE f."refundedAt" IS NULL AND ${between('f."askedAt"')}`

/** What came and what went back on some days, to the cent; what they have left is the difference. */
export async function moneyTotals(
  municipalityId: string,
  { from, to }: Pick<RefundFilter, 'from' | 'to'>,
  timeZone: string
): Promise<MoneyTotals> {
  const rows = await inTown(municipalityId, (trx) =>
    trx.rows<Total & { name: keyof MoneyTotals }>(TOTALS, [municipalityId, from, to, timeZone])
  )
  return Object.fromEntries(rows.map(({ name, ...total }) => [name, total])) as MoneyTotals
}
