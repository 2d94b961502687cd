import { hear } from '#core/link/link'
import { inTown } from '#tenancy/town_transaction'

const KEPT_MS = 5_000
const MOST = 10_000

const kept = new Map<string, { at: number; since: Promise<number> }>()

/** Somebody's sessions were ended; told to every process, and not whose. */
export const SESSIONS_ENDED = 'identity.sessions_ended'

hear(SESSIONS_ENDED, () => kept.clear())

async function load(municipalityId: string, personId: string): Promise<number> {
  const [row] = await inTown(municipalityId, (trx) =>
    trx.rows<{ since: Date | number }>(
      `SELECT sessions_since AS since FROM persons WHERE municipality_id = $1 AND id = $2`,
      [municipalityId, personId],
      'sessions_since'
    )
  )
  return row ? row.since.valueOf() : Infinity
}

/**
 * Since when the sessions of a person hold, in Unix milliseconds: earlier ones were ended. Asked at each page,
 * so it is kept for five seconds: that long can a session outlive its end at a process that isn't told.
 */
export function sessionsSince(municipalityId: string, personId: string): Promise<number> {
  const now = Date.now()
  const held = kept.get(personId)
  if (held && now - held.at < KEPT_MS) return held.since
  if (kept.size >= MOST) kept.clear()
  const since = load(municipalityId, personId)
  kept.set(personId, { at: now, since })
  since.catch(() => kept.delete(personId))
  return since
}
