import { appendAudit } from '#audit/actions/append_audit'
import { uuidv7 } from '#core/ids'
import { makeAvailable, type MadeAvailable } from '#notifications/actions/make_available'
import { sendOnPaper } from '#notifications/actions/send_on_paper'
import type { Addressee } from '#notifications/types'
import { ADDRESS, officerOf } from '#tests/support/open_case'
import type { TestTown } from '#tests/support/town'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

/** A Wednesday; the tenth natural day after it is a Saturday. */
export const AVAILABLE = new Date('2026-07-01T07:00:00Z')
export const OPENED = new Date('2026-07-02T09:15:00Z')
export const SHA = 'a'.repeat(64)

/** Puts a document into the folder of the town's person, as a formal notification. */
export async function notified(town: TestTown): Promise<MadeAvailable> {
  const calendar = await calendarOf(town.id)
  return inTown(town.id, async (trx) => {
    const made = await makeAvailable(trx, {
      caseId: uuidv7(),
      personId: town.person.id,
      document: { id: uuidv7(), sha256: SHA },
      entryId: null,
      key: uuidv7(),
      subject: 'Resolution',
      calendar,
      at: AVAILABLE,
    })
    await appendAudit(trx, made.audit, AVAILABLE)
    return made
  })
}

/** Gives the office a document to post to the town's person. */
export const posted = (town: TestTown): Promise<{ id: string }> =>
  inTown(town.id, async (trx) => {
    const sent = await sendOnPaper(trx, {
      caseId: uuidv7(),
      personId: town.person.id,
      document: { id: uuidv7(), sha256: SHA },
      entryId: null,
      key: uuidv7(),
      subject: 'Resolution',
      address: ADDRESS,
      at: AVAILABLE,
    })
    await appendAudit(trx, sent.audit, AVAILABLE)
    return sent
  })

export const addresseeIn = ({ person }: TestTown): Addressee => ({
  personId: person.id,
  identifier: person.identifier,
  level: 'substantial',
  method: 'demo',
})

/** What the addressee of a notification answers with. */
export const answerOf = (town: TestTown, notificationId: string, at = OPENED) => ({
  municipalityId: town.id,
  notificationId,
  addressee: addresseeIn(town),
  at,
  moved: true,
})

/** What somebody of the office does about a notification. */
export const actOn = (town: TestTown, notificationId: string, at: Date) => ({
  municipalityId: town.id,
  notificationId,
  actor: officerOf(town),
  at,
  moved: true,
})
