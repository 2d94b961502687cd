import { SYSTEM } from '#audit/types'
import { advanceCase } from '#cases/actions/advance_case'
import { letTermsPass } from '#cases/actions/let_terms_pass'
import { recordEvent } from '#cases/actions/record_event'
import { scheduleReminders } from '#cases/actions/schedule_reminders'
import { lockedCase } from '#cases/queries/locked_case'
import type { PaymentEnded } from '#payments/events'
import type { TownTransaction } from '#tenancy/town_transaction'

/** An order was paid, or its term passed: the case that waits for it goes on. The correlation is the order's id. */
export async function paymentEnded(trx: TownTransaction, { order, at }: PaymentEnded): Promise<void> {
  const data = { order: order.id, reference: order.reference, state: order.state }
  const actor = SYSTEM
  const caseFile = await lockedCase(trx, order.caseId)
  if (caseFile) await letTermsPass(trx, order.caseId, at)
  await recordEvent(
    trx,
    { caseFile: { id: order.caseId }, at, actor },
    { kind: `payment_${order.state}`, public: true, data }
  )
  const message = { type: 'message' as const, name: 'payment_ended', correlation: order.id, payload: data }
  const moved = await advanceCase(trx, order.caseId, message, { at, actor })
  if (caseFile && !moved) await scheduleReminders(trx, caseFile, { at })
}
