import { canonical } from '#core/canonical_json'
import type { Rule } from '#core/invariants'
import { attemptRows, orderRows, refundRows, settlementRows } from '#payments/rows'
import type { OrderState, PaymentAttempt } from '#payments/types'
import { rowDigest } from '#tenancy/row_digest'
import type { RowShape } from '#tenancy/insert_rows'

type Written = Record<string, unknown> & { id: string }

/** An order with all that hangs on it, as the rows have it; instants with microseconds, amounts in cents. */
export interface KeptOrder {
  order: Written
  state: OrderState
  endedAt: string | null
  attempts: { row: Written; state: PaymentAttempt['state']; endedAt: string | null }[]
  settlements: Written[]
  refunds: Written[]
  jobs: { kind: string; key: string; input: Record<string, unknown>; runAt: string }[]
  acts: OrderAct[]
}

/** A row of the audit trail about it. */
export interface OrderAct {
  action: string
  detail: Record<string, string>
}

/** A rule that is broken, how, and by which row. */
export type OrderFault = [rule: Rule, fault: string, row: string]

export const faultsOfOrder = (kept: KeptOrder): OrderFault[] => [
  ...faultsOfRows(kept),
  ...faultsOfStates(kept),
  ...faultsOfMoney(kept),
  ...faultsOfTerm(kept),
]

/** By which acts rows come, and under which name their act has them. */
const BROUGHT: [RowShape, (kept: KeptOrder) => Written[], actions: string[], name: string | null][] = [
  [orderRows, ({ order }) => [order], ['ordered', 'term_moved'], null],
  [attemptRows, ({ attempts }) => attempts.map(({ row }) => row), ['begun'], 'attempt'],
  [settlementRows, ({ settlements }) => settlements, ['paid', 'surplus'], 'settlement'],
  [refundRows, ({ refunds }) => refunds, ['refunded'], 'refund'],
]

/** Each row is what was written with its act, and no act has lost its row. */
function faultsOfRows(kept: KeptOrder): OrderFault[] {
  const faults: OrderFault[] = []
  for (const [shape, rowsOf, actions, name] of BROUGHT) {
    const digests = new Map(
      kept.acts
        .filter(({ action }) => actions.includes(action))
        .map(({ detail }) => [name ? detail[name]! : kept.order.id, detail['row']])
    )
    for (const row of rowsOf(kept)) {
      const digest = digests.get(row.id)
      if (!digest) faults.push(['I19', 'row_without_act', row.id])
      else if (digest !== rowDigest(shape, row)) faults.push(['I19', 'row_differs', row.id])
      digests.delete(row.id)
    }
    for (const lost of digests.keys()) faults.push(['I19', 'row_lost', lost])
  }
  return faults
}

interface Standing {
  state: string
  endedAt: string | null
}

const microseconds = (iso: string) => iso.replace('Z', '000Z')

/** Order and attempts stand where their acts have brought them, act after act. */
function faultsOfStates({ order, state, endedAt, attempts, acts }: KeptOrder): OrderFault[] {
  let told: Standing = { state: 'open', endedAt: null }
  const tries = new Map<string, Standing>()
  for (const { action, detail } of acts) {
    const ended = microseconds(detail['at'] ?? detail['endedAt'] ?? '')
    if (detail['endedAt']) told = { state: action, endedAt: microseconds(detail['endedAt']) }
    if (action === 'begun') tries.set(detail['attempt']!, { state: 'started', endedAt: null })
    else if (detail['settlement'] && detail['attempt'])
      tries.set(detail['attempt'], { state: 'paid', endedAt: ended })
    else if (detail['attempt'])
      tries.set(detail['attempt'], { state: action.replace('attempt_', ''), endedAt: ended })
  }
  const standing = ({ state: stands, endedAt: since }: Standing, should: Standing | undefined) =>
    stands === should?.state && since === should.endedAt
  return [
    ...(standing({ state, endedAt }, told) ? [] : [order.id]),
    ...attempts.filter((one) => !standing(one, tries.get(one.row.id))).map(({ row }) => row.id),
  ].map((row): OrderFault => ['I19', 'payment_differs', row])
}

const sum = (rows: Written[]): number => rows.reduce((total, { amount }) => total + Number(amount), 0)

/** Paid is what came less what went back, to the cent; what still has to go back has its one job. */
function faultsOfMoney({ order, state, settlements, refunds, jobs }: KeptOrder): OrderFault[] {
  const pays = settlements.filter(({ effect }) => effect === 'pays')
  const waits = (id: string) =>
    jobs.filter(({ kind, key, input }) => kind === 'refund' && key === id && input['settlement'] === id)
      .length
  const goesBack = settlements.filter(({ id }) => waits(id) > 0)
  const paid = state === 'paid' ? Number(order['amount']) : 0
  const kept = settlements.filter(({ id, effect, amount }) => {
    const gone = refunds.filter((refund) => refund['settlement_id'] === id)
    if (gone.some((refund) => refund['amount'] !== amount)) return true
    return gone.length + waits(id) !== (effect === 'surplus' ? 1 : 0)
  })
  return [
    ...(paid === sum(settlements) - sum(refunds) - sum(goesBack)
      ? []
      : [['I10', 'money_differs', order.id] as OrderFault]),
    ...kept.map(({ id }): OrderFault => ['I10', 'surplus_kept', id]),
    ...(pays.length > 1 ? [['I11', 'paid_twice', order.id] as OrderFault] : []),
  ]
}

/** While it is open one job watches its term, due at its last instant; afterwards none. */
function faultsOfTerm({ order, state, jobs }: KeptOrder): OrderFault[] {
  const watched = jobs
    .filter(({ kind }) => kind === 'payment_expiry')
    .map(({ key, input, runAt }) => [key, input['order'], runAt])
  const should = state === 'open' ? [[order.id, order.id, order['expires_at']]] : []
  return canonical(watched as never) === canonical(should as never)
    ? []
    : [['I20', 'payment_expiry_differs', order.id]]
}
