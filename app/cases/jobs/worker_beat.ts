import db from '@adonisjs/lucid/services/db'

export const BEAT_MS = 15_000

/** Says that this worker is there. Those that were not seen for a day are forgotten. */
export async function beat(worker: string): Promise<void> {
  await db.rawQuery(
    `WITH gone AS (DELETE FROM worker_beats WHERE seen_at < now() - interval '1 day' AND worker <> :worker)
     INSERT INTO worker_beats (worker, seen_at) VALUES (:worker, now())
     ON CONFLICT (worker) DO UPDATE SET seen_at = excluded.seen_at`,
    { worker }
  )
}
