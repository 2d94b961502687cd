import db from '@adonisjs/lucid/services/db'
import type { CompiledProcedure } from '#catalogue/types'

/** Whether another version of a procedure was published under the number of this one. */
export async function isNumberTaken({
  slug,
  digest,
  sheet,
}: Pick<CompiledProcedure, 'slug' | 'digest' | 'sheet'>): Promise<boolean> {
  const { rows } = await db.rawQuery(
    `SELECT 1 FROM procedure_versions WHERE slug = ? AND version = ? AND digest <> ? LIMIT 1`,
    [slug, sheet.version, digest]
  )
  return rows.length > 0
}
