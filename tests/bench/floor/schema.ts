import { uuidv7 } from '#core/ids'
import { adminRows } from '#tests/bench/database'
import { TABLES } from '#tests/bench/floor/tables'

/**
 * The floor's own tables: the same columns and indexes, and nothing else. No policy, no guard, no partition, no
 * foreign key: what the house adds to them is part of what the bench measures.
 */
export async function makeFloorTables(): Promise<void> {
  await adminRows(`CREATE SCHEMA IF NOT EXISTS floor`)
  for (const table of [...TABLES, 'drafts', 'register_counters', 'audit_heads'])
    await adminRows(
      `CREATE TABLE IF NOT EXISTS floor.${table} (LIKE public.${table} INCLUDING DEFAULTS INCLUDING INDEXES)`
    )
}

export async function makeFloorTowns(ids: string[]): Promise<void> {
  const year = new Date().getUTCFullYear()
  await adminRows(
    `INSERT INTO floor.register_counters (municipality_id, book, year, head)
     SELECT id, 'incoming', $2, '' FROM unnest($1::uuid[]) AS id ON CONFLICT DO NOTHING`,
    [ids, year]
  )
  await adminRows(
    `INSERT INTO floor.audit_heads (municipality_id, head)
     SELECT id, '' FROM unnest($1::uuid[]) AS id ON CONFLICT DO NOTHING`,
    [ids]
  )
}

/** Drafts for the floor to take away, with the answers that the house's have; answers their ids. */
export async function makeFloorDrafts(townId: string, answers: unknown, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7())
  await adminRows(
    `INSERT INTO floor.drafts (municipality_id, id, slug, digest, person_id, language, answers, created_at, updated_at, expires_at)
     SELECT $1, id, 'floor', 'floor', $1, 'es', $3::jsonb, now(), now(), now() FROM unnest($2::uuid[]) AS id`,
    [townId, ids, JSON.stringify(answers)]
  )
  return ids
}

/** Rows of the floor in each table, of the towns given. */
export async function floorCounts(townIds: string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of TABLES) {
    const [row] = await adminRows<{ count: number }>(
      `SELECT count(*)::int AS count FROM floor.${table} WHERE municipality_id = ANY($1)`,
      [townIds]
    )
    counts[table] = row!.count
  }
  return counts
}
