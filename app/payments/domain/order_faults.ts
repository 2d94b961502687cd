import { canonical } from '#core/canonical_json'
import type { Fault } from '#core/invariants'
import { faultsOfMoney } from '#payments/domain/money_faults'
import { attemptRows, orderRows, refundOrderRows, refundRows, settlementRows } from '#payments/rows'
import type { OrderState, PaymentAttempt } from '#payments/types'
import type { RowShape } from '#tenancy/insert_rows'
import { rowFaults, type WrittenRow } from '#tenancy/row_digest'

/** An order with all that hangs on it, as the rows have it; instants with microseconds, amounts in cents. */
export interface KeptOrder {
  order: WrittenRow
  state: OrderState
  endedAt: string | null
  attempts: { row: WrittenRow; state: PaymentAttempt['state']; endedAt: string | null }[]
  settlements: WrittenRow[]
  refundOrders: WrittenRow[]
  refunds: WrittenRow[]
  jobs: { kind: string; key: string; input: Record<string, unknown>; runAt: string }[]
  acts: OrderAct[]
}

/** A row of the audit trail about it. */
export interface OrderAct {
  action: string
  detail: Record<string, string>
}

export const faultsOfOrder = (kept: KeptOrder): Fault[] => [
  ...faultsOfRows(kept),
  ...faultsOfStates(kept),
  ...faultsOfMoney(kept),
  ...faultsOfTerm(kept),
]

/** By which acts rows come, and under which name their act has them. */
const BROUGHT: [RowShape, (kept: KeptOrder) => WrittenRow[], actions: string[], name: string | null][] = [
  [orderRows, ({ order }) => [order], ['ordered', 'term_moved'], null],
  [attemptRows, ({ attempts }) => attempts.map(({ row }) => row), ['begun'], 'attempt'],
  [settlementRows, ({ settlements }) => settlements, ['paid', 'surplus'], 'settlement'],
  [refundOrderRows, ({ refundOrders }) => refundOrders, ['refund_ordered'], 'refundOrder'],
  [refundRows, ({ refunds }) => refunds, ['refunded'], 'refund'],
]

/** Each row is what was written with its act, and no act has lost its row. */
const faultsOfRows = (kept: KeptOrder): Fault[] =>
  BROUGHT.flatMap(([shape, rowsOf, actions, name]) => {
    const acts = kept.acts.filter(({ action }) => actions.includes(action))
    const idOf = ({ detail }: OrderAct) => (name ? detail[name]! : kept.order.id)
    return rowFaults(
      shape,
      rowsOf(kept),
      acts.map((act) => [idOf(act), act.detail['row']])
    )
  })

interface Standing {
  state: string
  endedAt: string | null
}

const microseconds = (iso: string) => iso.replace('Z', '000Z')

/** Order and attempts stand where their acts have brought them, act after act. */
function faultsOfStates({ order, state, endedAt, attempts, acts }: KeptOrder): Fault[] {
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
  ].map((row): Fault => ['I19', 'payment_differs', row])
}

/** While it is open one job watches its term, due at its last instant; afterwards none. */
function faultsOfTerm({ order, state, jobs }: KeptOrder): Fault[] {
  const watched = jobs
    .filter(({ kind }) => kind === 'payment_expiry')
    .map(({ key, input, runAt }) => [key, input['order'], runAt])
  const should = state === 'open' ? [[order.id, order.id, order['expires_at']]] : []
  return canonical(watched as never) === canonical(should as never)
    ? []
    : [['I20', 'payment_expiry_differs', order.id]]
}
