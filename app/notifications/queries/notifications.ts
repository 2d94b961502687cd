import type { Notification } from '#notifications/types'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

export const SELECT = `
  SELECT id, case_id AS "caseId", person_id AS "personId", document_id AS "documentId", entry_id AS "entryId", subject, state,
         made_available_at AS "madeAvailableAt", expires_at AS "expiresAt", address, acted_at AS "actedAt", evidence
  FROM notifications WHERE municipality_id = $1`

/**
 * A person's notifications, the newest first, without what was never posted: those that wait (`waiting`), the others, or
 * all; `before` is the id of the last one already seen.
 */
export const notificationsOf = (
  municipalityId: string,
  personId: string,
  { waiting = null as boolean | null, before = null as string | null, limit = 20 } = {}
) =>
  inTown(municipalityId, (trx) =>
    trx.rows<Notification>(
      `${SELECT} AND person_id = $2 AND state <> 'taken_back' AND ($3::uuid IS NULL OR id < $3)
       AND ($5::boolean IS NULL OR (state = 'available') = $5) ORDER BY id DESC LIMIT $4`,
      [municipalityId, personId, before, limit, waiting],
      'notifications_of'
    )
  )

/** One notification of a person; null when it isn't there or isn't theirs. */
export const notificationOf = (
  municipalityId: string,
  personId: string,
  id: string
): Promise<Notification | null> =>
  inTown(municipalityId, async (trx) => {
    const [row] = await trx.rows<Notification>(
      `${SELECT} AND person_id = $2 AND state <> 'taken_back' AND id = $3`,
      [municipalityId, personId, id]
    )
    return row ?? null
  })

export const notificationsOfCase = (municipalityId: string, caseId: string): Promise<Notification[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<Notification>(`${SELECT} AND case_id = $2 ORDER BY id`, [municipalityId, caseId])
  )

/** The notifications of these cases that wait: to be opened, or on paper for the office. */
export const waitingOfCases = async (municipalityId: string, caseIds: string[]): Promise<Notification[]> =>
  caseIds.length === 0
    ? []
    : inTown(municipalityId, (trx) =>
        trx.rows<Notification>(`${SELECT} AND case_id = ANY($2) AND state = 'available' ORDER BY id`, [
          municipalityId,
          caseIds,
        ])
      )

/** Which of these cases have a notification that nobody has opened yet. */
export const casesToNotify = async (municipalityId: string, caseIds: string[]): Promise<Set<string>> =>
  new Set((await waitingOfCases(municipalityId, caseIds)).map(({ caseId }) => caseId))

/** One notification, locked until the transaction ends. */
export async function lockedNotification(trx: TownTransaction, id: string): Promise<Notification | null> {
  const [row] = await trx.rows<Notification>(`${SELECT} AND id = $2 FOR UPDATE`, [trx.municipalityId, id])
  return row ?? null
}
