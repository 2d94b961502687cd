import db from '@adonisjs/lucid/services/db'
import { knownProcedure } from '#catalogue/queries/frozen_procedure'
import type { CompiledProcedure } from '#catalogue/types'

/** The version of a procedure that was published last: what a town would offer next. Null where none was. */
export async function latestVersion(slug: string): Promise<CompiledProcedure | null> {
  const { rows } = await db.rawQuery(
    `SELECT digest FROM procedure_versions WHERE slug = ? ORDER BY published_at DESC, digest LIMIT 1`,
    [slug]
  )
  return rows[0] ? knownProcedure(rows[0].digest) : null
}
