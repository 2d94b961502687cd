import db from '@adonisjs/lucid/services/db'
import { files } from '#documents/queries/files'
import { orphanFiles } from '#documents/queries/invariants'
import { towns } from '#tenancy/queries/towns'

/** Held, shared, by whoever makes a backup: the moment of its rows comes before its files are read (bin/support/backup). */
export const FILES_STAY = 7_402_316_001

/** Files of forgotten drafts, and of uploads that were cut off after their last byte, leave the disk; not during a backup. */
export async function forgetOrphanFiles(at: Date): Promise<void> {
  await db.transaction(async (trx) => {
    const { rows } = await trx.rawQuery('SELECT pg_try_advisory_xact_lock(?) AS free', [FILES_STAY])
    if (!rows[0].free) return
    for (const { id } of await towns())
      for (const sha256 of await orphanFiles(id, at.getTime())) await files().remove(id, sha256)
  })
}
