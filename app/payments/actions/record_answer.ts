import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { isUuid, uuidv7 } from '#core/ids'
import { enqueue, newJob } from '#core/jobs/enqueue'
import type { Moment } from '#core/jobs/types'
import { endOrder } from '#payments/actions/end_order'
import { keepUnexplained } from '#payments/actions/keep_unexplained'
import type { GatewayAnswer } from '#payments/contract'
import { amountOf } from '#payments/domain/cents'
import { settle } from '#payments/domain/settle'
import { lockBefore } from '#payments/events'
import { attemptById, lockedOrder, orderById } from '#payments/queries/orders'
import { settlementRows } from '#payments/rows'
import type { PaymentAttempt, PaymentOrder } from '#payments/types'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

export interface AnswerInput extends Moment {
  municipalityId: string
  gateway: string
  answer: GatewayAnswer
}

/**
 * `repeated`: told before, nothing changed. `unknown`: no attempt of this gateway is meant. `unexplained`: the operation
 * has told of other money before.
 */
export type Recorded = 'paid' | 'surplus' | 'ended' | 'repeated' | 'unknown' | 'unexplained'

type Paid = Extract<GatewayAnswer, { outcome: 'paid' }>

/**
 * A gateway says what became of an attempt, once, twice or long after. Money is written down once by the gateway's own
 * number: it pays the order, or its refund is asked for. All of it is committed before the gateway is answered.
 */
export class RecordAnswer {
  execute({ municipalityId, gateway, answer, at, moved }: AnswerInput): Promise<Recorded> {
    return inTown(municipalityId, async (trx) => {
      const attempt = isUuid(answer.attemptId) ? await attemptById(trx, answer.attemptId) : null
      const seen = attempt && (await orderById(trx, attempt.orderId))
      if (!attempt || !seen || attempt.gateway !== gateway) {
        if (answer.outcome === 'paid')
          await keepUnexplained(trx, gateway, answer, { riddle: 'unknown_attempt', at, moved })
        return 'unknown'
      }
      await lockBefore(trx, seen)
      const order = (await lockedOrder(trx, seen.id))!
      return answer.outcome === 'paid'
        ? this.money(trx, order, attempt, answer, { at, moved })
        : this.noMoney(trx, order, attempt, answer.outcome, { at, moved })
    })
  }

  private async money(
    trx: TownTransaction,
    order: PaymentOrder,
    attempt: PaymentAttempt,
    answer: Paid,
    { at, moved }: Moment
  ): Promise<Recorded> {
    const { externalId, amount, settledAt } = answer
    const [told] = await trx.rows<{ attempt: string; amount: number }>(
      `SELECT attempt_id AS attempt, amount::float8 AS amount FROM settlements WHERE municipality_id = $1 AND gateway = $2 AND external_id = $3`,
      [trx.municipalityId, attempt.gateway, externalId]
    )
    if (told && told.attempt === attempt.id && told.amount === amount) return 'repeated'
    if (told) {
      await keepUnexplained(trx, attempt.gateway, answer, { riddle: 'other_operation', at, moved })
      return 'unexplained'
    }
    const { effect, reason } = settle(order, { amount, settledAt })
    const id = uuidv7(at.getTime())
    const { gateway } = attempt
    const row = {
      id,
      order_id: order.id,
      attempt_id: attempt.id,
      gateway,
      external_id: externalId,
      amount,
      effect,
      reason,
      settled_at: settledAt.toISOString(),
      recorded_at: at.toISOString(),
    }
    await insertRows(trx, settlementRows, [row])
    const act = {
      settlement: id,
      attempt: attempt.id,
      gateway,
      externalId,
      at: row.recorded_at,
      row: rowDigest(settlementRows, row),
    }
    await this.endAttempt(trx, attempt, 'paid', at)
    if (effect === 'pays') {
      const settlement = {
        id,
        orderId: order.id,
        attemptId: attempt.id,
        gateway,
        externalId,
        amount,
        effect,
        reason,
        settledAt,
      }
      await enqueue(trx, [
        newJob('payment_proof', at, {
          case_id: order.caseId,
          key: order.id,
          input: { order: order.id, settlement: id },
        }),
      ])
      await endOrder(trx, order, 'paid', { at, moved, money: { settlement, act } })
      return 'paid'
    }
    await enqueue(trx, [
      newJob('refund', at, { case_id: order.caseId, key: id, input: { settlement: id }, max_attempts: 20 }),
    ])
    const subject = { kind: 'payment_orders', id: order.id }
    const detail = { ...act, amount: amountOf(amount), reason }
    await appendAudit(
      trx,
      [{ actor: SYSTEM, action: 'payments.surplus', subject, detail }],
      moved ? at : undefined
    )
    return 'surplus'
  }

  private async noMoney(
    trx: TownTransaction,
    order: PaymentOrder,
    attempt: PaymentAttempt,
    outcome: 'refused' | 'cancelled',
    { at, moved }: Moment
  ): Promise<Recorded> {
    if (!(await this.endAttempt(trx, attempt, outcome, at))) return 'repeated'
    const subject = { kind: 'payment_orders', id: order.id }
    const detail = { attempt: attempt.id, gateway: attempt.gateway, at: at.toISOString() }
    await appendAudit(
      trx,
      [{ actor: SYSTEM, action: `payments.attempt_${outcome}`, subject, detail }],
      moved ? at : undefined
    )
    return 'ended'
  }

  /** Money wins over whatever was said before; anything else only ends what is under way. */
  private async endAttempt(
    trx: TownTransaction,
    { id }: PaymentAttempt,
    state: Exclude<PaymentAttempt['state'], 'started'>,
    at: Date
  ): Promise<boolean> {
    const ended = await trx.rows(
      `UPDATE payment_attempts SET state = $3, ended_at = $4
       WHERE municipality_id = $1 AND id = $2 AND (state = 'started' OR $3 = 'paid') RETURNING id`,
      [trx.municipalityId, id, state, at.toISOString()]
    )
    return ended.length > 0
  }
}
