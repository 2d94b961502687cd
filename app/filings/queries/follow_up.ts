import { setTimeout as sleep } from 'node:timers/promises'
import { isMoving } from '#cases/queries/is_moving'
import { deliveredIn } from '#cases/queries/delivered'
import { tasksIn } from '#cases/queries/tasks_in'
import { documentsOfCase } from '#documents/queries/documents'
import type { DocumentSummary } from '#documents/types'
import { isPayable } from '#payments/domain/term'
import { ordersOfCase } from '#payments/queries/orders'
import type { PaymentOrder } from '#payments/types'
import { inTown } from '#tenancy/town_transaction'

/** What a procedure does by itself for whoever files: it gives a document, or asks for a payment. */
export type Awaited = 'document' | 'payment'

/** What a filing has brought so far in a procedure that answers by itself. */
export interface FollowUp {
  awaited: Awaited
  /** What the person was given. */
  given: DocumentSummary[]
  /** What is to be paid first. */
  order: PaymentOrder | null
  /** Nothing of what is awaited yet, but something is being done. */
  coming: boolean
  /** Whether it has gone to somebody at the office; `open` while they are at it. */
  task: 'open' | 'over' | null
}

/** What a person was given in a case, the oldest first. */
export async function givenIn(municipalityId: string, caseId: string): Promise<DocumentSummary[]> {
  const ids = await inTown(municipalityId, (trx) => deliveredIn(trx, caseId))
  if (ids.length === 0) return []
  return (await documentsOfCase(municipalityId, caseId)).filter(({ id }) => ids.includes(id))
}

async function followUp(municipalityId: string, caseId: string, awaited: Awaited): Promise<FollowUp> {
  const moving = await isMoving(municipalityId, caseId)
  const [given, orders, task] = await Promise.all([
    awaited === 'document' ? givenIn(municipalityId, caseId) : [],
    ordersOfCase(municipalityId, caseId),
    tasksIn(municipalityId, caseId),
  ])
  const order = orders.find((one) => isPayable(one, new Date())) ?? null
  // Once somebody has it, or has been asked to pay, whatever still moves asks for no payment by itself.
  const ahead =
    awaited === 'document' ? given.length === 0 && order === null : orders.length === 0 && task === null
  return { awaited, given, order, coming: moving && ahead, task }
}

/**
 * What has come of it, given a moment to come: what takes a second or two is on the page at once, and nobody has to load it
 * again. Whoever files can wait that long; a page that reloads itself would interrupt whoever reads it.
 */
export async function awaitedFollowUp(
  municipalityId: string,
  caseId: string,
  awaited: Awaited,
  { patienceMs = 4_000, everyMs = 200 } = {}
): Promise<FollowUp> {
  const until = Date.now() + patienceMs
  for (;;) {
    const found = await followUp(municipalityId, caseId, awaited)
    if (!found.coming || Date.now() + everyMs > until) return found
    await sleep(everyMs)
  }
}
