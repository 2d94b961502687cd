import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { uuidv7 } from '#core/ids'
import { enqueue, newJob } from '#core/jobs/enqueue'
import type { Moment } from '#core/jobs/types'
import { endOrder } from '#payments/actions/end_order'
import type { GatewayAnswer } from '#payments/contract'
import { amountOf } from '#payments/domain/cents'
import { settle } from '#payments/domain/settle'
import { lockBefore } from '#payments/events'
import { attemptById, lockedOrder, orderById } from '#payments/queries/orders'
import type { PaymentAttempt, PaymentOrder, Settlement } from '#payments/types'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

export interface AnswerInput extends Moment {
  municipalityId: string
  gateway: string
  answer: GatewayAnswer
}

/** `repeated`: told before, nothing changed. `unknown`: no attempt of this gateway is meant. */
export type Recorded = 'paid' | 'surplus' | 'ended' | 'repeated' | 'unknown'

type Paid = Extract<GatewayAnswer, { outcome: 'paid' }>

/**
 * A gateway says what became of an attempt, once, twice or long after. Money is written down once by the gateway's own
 * number: it pays the order, or its refund is asked for. All of it is committed before the gateway is answered.
 */
export class RecordAnswer {
  execute({ municipalityId, gateway, answer, at, moved }: AnswerInput): Promise<Recorded> {
    return inTown(municipalityId, async (trx) => {
      const attempt = await attemptById(trx, answer.attemptId)
      const seen = attempt && (await orderById(trx, attempt.orderId))
      if (!attempt || !seen || attempt.gateway !== gateway) return 'unknown'
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
    { externalId, amount, settledAt }: Paid,
    { at, moved }: Moment
  ): Promise<Recorded> {
    const { effect, reason } = settle(order, { amount, settledAt })
    const id = uuidv7(at.getTime())
    const settlement: Settlement = {
      id,
      orderId: order.id,
      attemptId: attempt.id,
      gateway: attempt.gateway,
      externalId,
      amount,
      effect,
      reason,
      settledAt,
    }
    const written = await trx.rows(
      `INSERT INTO settlements (municipality_id, id, order_id, attempt_id, gateway, external_id, amount, effect, reason, settled_at, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (municipality_id, gateway, external_id) DO NOTHING RETURNING id`,
      [
        trx.municipalityId,
        id,
        order.id,
        attempt.id,
        attempt.gateway,
        externalId,
        amount,
        effect,
        reason,
        settledAt.toISOString(),
        at.toISOString(),
      ]
    )
    if (written.length === 0) return 'repeated'
    await this.endAttempt(trx, attempt, 'paid', at)
    if (effect === 'pays') {
      await endOrder(trx, order, 'paid', { at, moved, settlement })
      return 'paid'
    }
    await enqueue(trx, [
      newJob('refund', at, { case_id: order.caseId, key: id, input: { settlement: id }, max_attempts: 20 }),
    ])
    const subject = { kind: 'payment_orders', id: order.id }
    const detail = { settlement: id, gateway: attempt.gateway, externalId, amount: amountOf(amount), reason }
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
    const detail = { attempt: attempt.id, gateway: attempt.gateway }
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
