import db from '@adonisjs/lucid/services/db'
import { digestOfFiles } from '#catalogue/domain/digest'
import type { Check } from '#core/invariants'
import { inTown } from '#tenancy/town_transaction'

interface Version {
  digest: string
  slug: string
  version: string
  files: Record<string, string>
}

const USED = `
SELECT digest FROM town_procedures WHERE municipality_id = $1 UNION
SELECT digest FROM case_files WHERE municipality_id = $1`

/** The versions that a town has offered or has cases on are the documents that their digest says. */
export const checkVersions: Check = async (municipalityId, report) => {
  const used = await inTown(municipalityId, (trx) => trx.rows<{ digest: string }>(USED, [municipalityId]))
  report.saw('I19', used.length)
  for (const { digest } of used) {
    const { rows } = await db.rawQuery(
      'SELECT digest, slug, version, files FROM procedure_versions WHERE digest = ?',
      [digest]
    )
    if (!holds(rows[0])) report.breaks('I19', 'version_differs', digest)
  }
}

function holds(row: Version | undefined): boolean {
  if (!row || Object.values(row.files).some((text) => typeof text !== 'string')) return false
  if (digestOfFiles(new Map(Object.entries(row.files))) !== row.digest) return false
  const sheet = JSON.parse(row.files['procedure.json'] ?? '{}')
  return sheet.slug === row.slug && sheet.version === row.version
}
