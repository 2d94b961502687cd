import { SELECT } from '#notifications/queries/notifications'
import type { Notification } from '#notifications/types'
import { inTown } from '#tenancy/town_transaction'

const LIMIT = 200

/** In the words of the index: no delivery was recorded; or it was opened in the folder, and nobody has seen that yet. */
const IN_TRAY = `address IS NOT NULL AND (state = 'available' OR (state = 'accepted' AND evidence -> 'put_aside' IS NULL))`

/** The notifications on paper that somebody has to see to, the oldest first. */
export const lettersInTray = (municipalityId: string): Promise<Notification[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<Notification>(
      `${SELECT} AND ${IN_TRAY} ORDER BY id LIMIT ${LIMIT}`,
      [municipalityId],
      'letters_in_tray'
    )
  )

export const letterCount = async (municipalityId: string): Promise<number> =>
  inTown(municipalityId, async (trx) => {
    const [row] = await trx.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM notifications WHERE municipality_id = $1 AND ${IN_TRAY}`,
      [municipalityId],
      'letter_count'
    )
    return row?.count ?? 0
  })
