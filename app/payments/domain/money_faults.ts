import type { Fault } from '#core/invariants'
import type { KeptOrder } from '#payments/domain/order_faults'
import type { WrittenRow } from '#tenancy/row_digest'

const sum = (rows: (WrittenRow | Claim)[]): number =>
  rows.reduce((total, { amount }) => total + Number(amount), 0)

/** Money that has to go back, or has: what pays nothing, whole, and what the office decided to give back. */
interface Claim {
  id: string
  settlement: string
  amount: number
}

const claimsOf = ({ settlements, refundOrders }: KeptOrder): Claim[] => [
  ...settlements
    .filter(({ effect }) => effect === 'surplus')
    .map(({ id, amount }) => ({ id, settlement: id, amount: Number(amount) })),
  ...refundOrders.map(({ id, settlement_id: settlement, amount }) => ({
    id,
    settlement: settlement as string,
    amount: Number(amount),
  })),
]

const claimOf = (refund: WrittenRow): unknown => refund['refund_order_id'] ?? refund['settlement_id']

/** Refunds that nothing asks for, or that are not what is asked for. */
const isUnasked = (refund: WrittenRow, claims: Claim[]): boolean =>
  !claims.some(
    ({ id, settlement, amount }) =>
      id === claimOf(refund) && settlement === refund['settlement_id'] && amount === refund['amount']
  )

/**
 * Paid, less what the office gives back of it, is what came less what went back, to the cent; each amount that has to go
 * back has gone once, or has its one job; no more than what came is given back.
 */
export function faultsOfMoney(kept: KeptOrder): Fault[] {
  const { order, state, settlements, refundOrders, refunds, jobs } = kept
  const pays = settlements.filter(({ effect }) => effect === 'pays')
  const claims = claimsOf(kept)
  const waits = ({ id, settlement }: Claim) =>
    jobs.filter(
      ({ kind, key, input }) => kind === 'refund' && key === id && input['settlement'] === settlement
    ).length
  const gone = ({ id }: Claim) => refunds.filter((refund) => claimOf(refund) === id).length
  const astray = [
    ...claims.filter((claim) => gone(claim) + waits(claim) !== 1).map(({ id }) => id),
    ...refunds
      .filter((refund) => isUnasked(refund, claims))
      .map((refund) => refund['settlement_id'] as string),
  ]
  const paid = state === 'paid' ? Number(order['amount']) : 0
  const left = paid - sum(refundOrders)
  const here = sum(settlements) - sum(refunds) - sum(claims.filter((claim) => waits(claim) > 0))
  const tooMuch = refundOrders.filter(({ settlement_id: of }) => {
    const all = refundOrders.filter((one) => one['settlement_id'] === of)
    return sum(all) > sum(pays.filter(({ id }) => id === of))
  })
  return [
    ...(left === here ? [] : [['I10', 'money_differs', order.id] as Fault]),
    ...[...new Set(astray)].map((id): Fault => ['I10', 'surplus_kept', id]),
    ...tooMuch.map(({ id }): Fault => ['I10', 'too_much_back', id]),
    ...(pays.length > 1 ? [['I11', 'paid_twice', order.id] as Fault] : []),
  ]
}
