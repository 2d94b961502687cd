import db from '@adonisjs/lucid/services/db'
import { digestOfFiles } from '#catalogue/domain/digest'
import type { Check } from '#core/invariants'
import { valuesRows } from '#catalogue/rows'
import { digestOf } from '#core/digest'
import { rowDigest, writtenSql } from '#tenancy/row_digest'
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

interface KeptValues {
  row: { id: string; slug: string; sequence: number; digest: string; contents: unknown }
  acts: string[]
  before: number | null
}

const VALUES = `
SELECT to_jsonb(w) AS row, lag(w.sequence) OVER (PARTITION BY w.slug ORDER BY w.sequence) AS before,
  ARRAY(SELECT a.detail ->> 'row' FROM audit_entries a WHERE a.municipality_id = $1
    AND a.action = 'catalogue.values_changed' AND a.subject_id = w.slug AND a.detail ->> 'digest' = w.digest) AS acts
FROM (SELECT ${writtenSql(valuesRows, 't')} FROM town_values t WHERE t.municipality_id = $1) w`

const LOST = `
SELECT a.subject_id AS row FROM audit_entries a WHERE a.municipality_id = $1 AND a.action = 'catalogue.values_changed'
  AND NOT EXISTS (SELECT FROM town_values t WHERE t.municipality_id = $1 AND t.slug = a.subject_id
    AND t.digest = a.detail ->> 'digest')`

/** What a town has filled in, change by change, is what its acts say. */
export const checkValues: Check = async (municipalityId, report) => {
  const ask = <Row extends object>(sql: string) =>
    inTown(municipalityId, (trx) => trx.rows<Row>(sql, [municipalityId]))
  const all = await ask<KeptValues>(VALUES)
  report.saw('I19', all.length)
  for (const { row, acts, before } of all) {
    if (digestOf(row.contents) !== row.digest || !acts.includes(rowDigest(valuesRows, row)))
      report.breaks('I19', 'values_differ', row.id)
    if (row.sequence !== (before ?? 0) + 1) report.breaks('I3', 'values_gap', row.id)
  }
  for (const { row } of await ask<{ row: string }>(LOST)) report.breaks('I19', 'row_lost', row)
}

function holds(row: Version | undefined): boolean {
  if (!row || Object.values(row.files).some((text) => typeof text !== 'string')) return false
  if (digestOfFiles(new Map(Object.entries(row.files))) !== row.digest) return false
  const sheet = JSON.parse(row.files['procedure.json'] ?? '{}')
  return sheet.slug === row.slug && sheet.version === row.version
}
