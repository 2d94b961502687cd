import { SELECT } from '#notifications/queries/notifications'
import type { Notification } from '#notifications/types'
import { inTown } from '#tenancy/town_transaction'

const LIMIT = 200

/** The notifications on paper whose delivery nobody has recorded yet, the oldest first. */
export const lettersToPost = (municipalityId: string): Promise<Notification[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<Notification>(
      `${SELECT} AND address IS NOT NULL AND state = 'available' ORDER BY id LIMIT ${LIMIT}`,
      [municipalityId],
      'letters_to_post'
    )
  )

export const letterCount = async (municipalityId: string): Promise<number> =>
  inTown(municipalityId, async (trx) => {
    const [row] = await trx.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM notifications WHERE municipality_id = $1 AND address IS NOT NULL AND state = 'available'`,
      [municipalityId],
      'letter_count'
    )
    return row?.count ?? 0
  })
