import type { Json } from '#core/json'
import { unwrap } from '#core/result'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { RecordDelivery } from '#notifications/actions/record_delivery'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { goodAnswers, openOffice, type OpenOffice } from '#tests/support/filing'
import { fillIn } from '#tests/support/filled_in'
import { fileAt } from '#tests/support/moved_filing'
import { FILED, GRANT, ON_PAPER, PROCEED, REQUIRE, answerTask } from '#tests/support/open_case'
import { actOn } from '#tests/support/notified'
import { allowed, REPORT } from '#tests/support/anonymous'
import { addPerson } from '#tests/support/town'
import { settle, workUntil } from '#tests/support/worker'
import { busyBetween } from './busy_between.js'
import { busyDelivery } from './busy_delivery.js'
import { busyMigrations } from './busy_migrations.js'
import { busySignatures } from './busy_signatures.js'
import { busyRegisters } from './busy_registers.js'
import { busyTill } from './busy_till.js'

const LONG_BEFORE = new Date('2025-10-01T08:00:00Z')

/**
 * A town with a case whose term is over, one that was resolved, notified and closed, one whose term stands still for
 * a correction, two that were resolved on paper, of which one was delivered, one just opened
 * with a document that was delivered, orders to pay and questions to a register and one with documents to sign in each state, and one without a person: each
 * column of its legal tables has something to say.
 */
export async function busyOffice(): Promise<OpenOffice> {
  const office = await openOffice()
  await fillIn(office.town.id)
  await file(office, LONG_BEFORE)
  await workUntil(office.town.id, FILED)
  const resolved = await file(office, FILED)
  await answer(office, resolved, 'review', PROCEED)
  await answer(office, resolved, 'resolve', GRANT)
  await accept(office, resolved)
  const corrected = await file(office, FILED)
  await answer(office, corrected, 'review', REQUIRE)
  await accept(office, corrected)
  const posted = await resolveOnPaper(office)
  await resolveOnPaper(office)
  await deliver(office, posted)
  await busyMigrations(office, await file(office, FILED), await file(office, FILED))
  await busySignatures(office, await file(office, FILED))
  const complaint = await allowed(office)
  await fileAt(office, complaint, { answers: REPORT, at: FILED, anonymous: true })
  await busyBetween(office)
  const fresh = await file(office, FILED)
  await busyDelivery(office, fresh)
  await busyTill(office, fresh)
  await busyRegisters(office, fresh)
  await addPerson(office.town.id)
  return office
}

async function file(office: OpenOffice, at: Date, more: Record<string, Json> = {}): Promise<string> {
  const answers = { ...goodAnswers(office), ...more }
  const { caseId } = await fileAt(office, office.procedure, { answers, at })
  await settle(office.town.id, at)
  return caseId
}

async function answer(
  office: OpenOffice,
  caseId: string,
  element: string,
  answers: typeof PROCEED | typeof REQUIRE | typeof GRANT
) {
  unwrap(await answerTask({ town: office.test, caseId }, element, answers))
  await settle(office.town.id, FILED)
}

async function accept({ town, test }: OpenOffice, caseId: string): Promise<void> {
  const [notification] = await notificationsOfCase(town.id, caseId)
  const { id: personId, identifier } = test.person
  const addressee = { personId, identifier, level: 'substantial', method: 'demo' }
  const given = {
    municipalityId: town.id,
    notificationId: notification!.id,
    addressee,
    at: FILED,
    moved: true,
  }
  unwrap(await new AcceptNotification().execute(given))
  await settle(town.id, FILED)
}

async function resolveOnPaper(office: OpenOffice): Promise<string> {
  const caseId = await file(office, FILED, ON_PAPER)
  await answer(office, caseId, 'review', PROCEED)
  await answer(office, caseId, 'resolve', GRANT)
  return caseId
}

async function deliver({ town, test }: OpenOffice, caseId: string): Promise<void> {
  const [notification] = await notificationsOfCase(town.id, caseId)
  const at = new Date('2026-03-04T12:00:00Z')
  const given = actOn(test, notification!.id, at)
  unwrap(
    await new RecordDelivery().execute({ ...given, result: 'delivered', on: '2026-03-03', hour: '10:30' })
  )
}
