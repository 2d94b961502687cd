import logger from '@adonisjs/core/services/logger'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import type { Moment } from '#core/jobs/types'
import type { GatewayAnswer } from '#payments/contract'
import { amountOf } from '#payments/domain/cents'
import type { TownTransaction } from '#tenancy/town_transaction'

/** `unknown_attempt`: nobody was sent to the gateway by it. `other_operation`: its number is of other money already. */
type Riddle = 'unknown_attempt' | 'other_operation'

const KEPT = `
  SELECT FROM audit_entries WHERE municipality_id = $1 AND subject_kind = 'gateways' AND subject_id = $2
    AND action = 'payments.unexplained' AND detail @> $3::jsonb LIMIT 1`

/** A gateway says that it took money which nothing here explains: the treasurer can find what it said, once. */
export async function keepUnexplained(
  trx: TownTransaction,
  gateway: string,
  { attemptId, externalId, amount, settledAt }: Extract<GatewayAnswer, { outcome: 'paid' }>,
  { riddle, at, moved }: Moment & { riddle: Riddle }
): Promise<void> {
  const said = {
    riddle,
    attempt: attemptId,
    externalId,
    amount: amountOf(amount),
    settledAt: settledAt.toISOString(),
  }
  logger.warn({ town: trx.municipalityId, gateway, riddle }, 'a gateway tells of money that nothing explains')
  if ((await trx.rows(KEPT, [trx.municipalityId, gateway, JSON.stringify(said)])).length > 0) return
  const subject = { kind: 'gateways', id: gateway }
  await appendAudit(
    trx,
    [{ actor: SYSTEM, action: 'payments.unexplained', subject, detail: said }],
    moved ? at : undefined
  )
}
