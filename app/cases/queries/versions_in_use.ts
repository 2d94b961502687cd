import { knownProcedure } from '#catalogue/queries/frozen_procedure'
import type { CompiledProcedure } from '#catalogue/types'
import { rowsOfTown } from '#tenancy/town_transaction'
import db from '@adonisjs/lucid/services/db'

/** A version of a procedure in a town. */
export interface VersionInUse {
  digest: string
  version: string
  publishedAt: Date
  /** Open cases on it. */
  cases: number
  /** Whether filings are taken on it. */
  offered: boolean
  procedure: CompiledProcedure | null
}

const CASES = `
SELECT c.digest, count(*)::int AS cases, false AS offered FROM case_files c
  WHERE c.municipality_id = $1 AND c.slug = $2 AND c.state = 'open' GROUP BY c.digest
UNION ALL
SELECT p.digest, 0, p.state = 'accepting' FROM town_procedures p WHERE p.municipality_id = $1 AND p.slug = $2`

/** The versions of a procedure that a town offers, has offered or has cases on, and the one published last; the newest first. */
export async function versionsInUse(municipalityId: string, slug: string): Promise<VersionInUse[]> {
  const [used, { rows }] = await Promise.all([
    rowsOfTown<{ digest: string; cases: number; offered: boolean }>(
      municipalityId,
      CASES,
      [municipalityId, slug],
      'versions_in_use'
    ),
    db.rawQuery(
      `SELECT digest, version, published_at AS "publishedAt" FROM procedure_versions WHERE slug = ? ORDER BY published_at DESC, digest`,
      [slug]
    ),
  ])
  const of = (digest: string) => used.filter((one) => one.digest === digest)
  const known = rows.filter(
    ({ digest }: { digest: string }, index: number) => index === 0 || of(digest).length > 0
  )
  return Promise.all(
    known.map(async ({ digest, version, publishedAt }: VersionInUse) => ({
      ...{ digest, version, publishedAt },
      cases: of(digest).reduce((sum, { cases }) => sum + cases, 0),
      offered: of(digest).some(({ offered }) => offered),
      procedure: await knownProcedure(digest),
    }))
  )
}

/** A published version of a procedure by its number, or by the beginning of its digest; null where none is called so. */
export async function versionNamed(slug: string, name: string): Promise<VersionInUse | null> {
  const { rows } = await db.rawQuery(
    `SELECT digest, version, published_at AS "publishedAt" FROM procedure_versions
     WHERE slug = ? AND (version = ? OR (length(?) >= 8 AND starts_with(digest, ?))) ORDER BY published_at DESC, digest LIMIT 1`,
    [slug, name, name, name]
  )
  const [row] = rows as VersionInUse[]
  return row ? { ...row, cases: 0, offered: false, procedure: await knownProcedure(row.digest) } : null
}
