import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { advanceCase } from '#cases/actions/advance_case'
import { letTermsPass } from '#cases/actions/let_terms_pass'
import { openExOfficio } from '#cases/actions/open_ex_officio'
import { recordEvent } from '#cases/actions/record_event'
import { beginsByMessage } from '#cases/queries/beginnings'
import { lockedCase } from '#cases/queries/locked_case'
import { lockedMessage, receiverOf, waitingMessage, type WaitingMessage } from '#cases/queries/messages'
import type { Moment } from '#core/jobs/types'
import type { Json } from '#core/json'
import { officialLanguage } from '#core/locale'
import { townById } from '#tenancy/queries/towns'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

/** `gone`: somebody has it, or its time was over. `nobody` waits for it yet. */
export type Delivery = 'delivered' | 'gone' | 'nobody'

/**
 * Gives a message to the case that has waited longest for it, and to no other: whoever takes the row of the message
 * moves a case by it, in one transaction. It happens when it was sent, or when the case began to wait, if that was later.
 * Where nobody waits for it, a procedure that begins by it begins.
 */
export async function deliverMessage(municipalityId: string, id: string, moment: Moment): Promise<Delivery> {
  for (;;) {
    const message = await waitingMessage(municipalityId, id)
    if (!message) return 'gone'
    const delivery = await inTown(municipalityId, (trx) => give(trx, message))
    if (delivery === 'nobody') return begin(municipalityId, message, moment)
    if (delivery !== 'moved_on') return delivery
  }
}

async function give(trx: TownTransaction, { id, ...known }: WaitingMessage): Promise<Delivery | 'moved_on'> {
  const receiver = await receiverOf(trx, { id, ...known })
  if (!receiver) return 'nobody'
  const { caseId, key, since } = receiver
  const caseFile = await lockedCase(trx, caseId)
  const at = since && since > known.sentAt ? since : known.sentAt
  await letTermsPass(trx, caseId, at)
  if (!caseFile || !(await stillWaits(trx, caseId, key))) return 'moved_on'
  const message = await lockedMessage(trx, id)
  if (!message) return 'gone'
  const { name, correlation, payload, senderKind, senderId } = message
  const { element } = caseFile.workflow.tokens[key]!
  const received = { message: id, name, element, ...(senderKind === 'case' && { from: senderId }) }
  await recordEvent(trx, { caseFile, at }, { kind: 'message_received', public: false, data: received })
  const event = { type: 'message' as const, name, correlation, key, payload }
  if (!(await advanceCase(trx, caseId, event, { at, actor: SYSTEM })))
    throw new Error(`case ${caseId} did not take the message "${name}" that ${key} waits for`)
  await endMessage(trx, id, { caseId, at })
  return 'delivered'
}

/** Opens a case of what the town offers and that begins by this message. */
async function begin(municipalityId: string, seen: WaitingMessage, moment: Moment): Promise<Delivery> {
  const found = await beginsByMessage(municipalityId, seen.name)
  const town = found && (await townById(municipalityId))
  if (!found || !town) return 'nobody'
  return inTown(municipalityId, async (trx) => {
    const message = await lockedMessage(trx, seen.id)
    if (!message) return 'gone'
    const { at, moved } = moment
    const { caseId, audit } = await openExOfficio(trx, {
      ...{ procedure: found.procedure, element: found.begins.element, subject: '', at },
      cause: 'message',
      key: `message/${seen.id}`,
      ...{ message: seen.id, name: seen.name },
      ...(message.senderKind === 'case' && { origin: message.senderId }),
      language: officialLanguage(town.languages),
      variables: message.payload as Record<string, Json>,
    })
    await endMessage(trx, seen.id, { caseId, at })
    await appendAudit(trx, audit, moved ? at : undefined)
    return 'delivered'
  })
}

const stillWaits = async (trx: TownTransaction, caseId: string, key: string): Promise<boolean> =>
  (
    await trx.rows(`SELECT FROM subscriptions WHERE municipality_id = $1 AND case_id = $2 AND key = $3`, [
      trx.municipalityId,
      caseId,
      key,
    ])
  ).length > 0

/** A message has been given to a case, or (without one) nobody came for it; what it said is not kept. */
export async function endMessage(
  trx: TownTransaction,
  id: string,
  { caseId, at }: { caseId: string | null; at: Date }
): Promise<void> {
  await trx.rows(
    `UPDATE messages SET state = $3, case_id = $4, ended_at = $5, payload = NULL WHERE municipality_id = $1 AND id = $2`,
    [trx.municipalityId, id, caseId ? 'delivered' : 'expired', caseId, at.toISOString()]
  )
  await trx.rows(`DELETE FROM jobs WHERE municipality_id = $1 AND kind = 'message_expiry' AND key = $2`, [
    trx.municipalityId,
    id,
  ])
}
