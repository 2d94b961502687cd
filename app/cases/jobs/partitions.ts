import db from '@adonisjs/lucid/services/db'

/** Tables that are cut by year stay two years ahead of the calendar. */
export async function ensurePartitions(): Promise<void> {
  await db.rawQuery('SELECT ensure_partitions()')
}
