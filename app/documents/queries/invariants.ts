import { createHash } from 'node:crypto'
import { sha256Hex } from '#core/digest'
import type { Check, Report } from '#core/invariants'
import { files } from '#documents/queries/files'
import { checkSeal } from '#documents/seal/check_seal'
import { inPages } from '#tenancy/queries/in_pages'
import { inTown } from '#tenancy/town_transaction'

const PAGE = 50
const DAY_MS = 86_400_000

interface Row {
  id: string
  origin: 'citizen' | 'administration'
  code: string | null
  found: boolean
  size: number | null
  sha256: string | null
  storedSize: number | null
  storedSha256: string | null
  content: Buffer | null
  templateDigest: string | null
  template: Buffer | null
  /** Its bytes are still to be made: the work that makes them is in the outbox. */
  pending: boolean
}

const DOCUMENTS = `
SELECT d.id, d.origin, d.code, d.size::int, d.sha256, v.document_id IS NOT NULL AS found,
       c.size::int AS "storedSize", c.sha256 AS "storedSha256", coalesce(c.content, d.content) AS content,
       c.template_digest AS "templateDigest", t.content AS template,
       EXISTS (SELECT FROM jobs j WHERE j.municipality_id = $1 AND j.case_id = d.case_id
               AND j.kind = 'after_submission' AND j.input->>'filingId' = d.filing_id::text) AS pending
FROM documents d
LEFT JOIN document_contents c ON c.municipality_id = $1 AND c.document_id = d.id
LEFT JOIN stamp_templates t ON t.municipality_id = $1 AND t.digest = c.template_digest
LEFT JOIN verification_codes v ON v.municipality_id = $1 AND v.code = d.code AND v.document_id = d.id
WHERE d.municipality_id = $1 AND d.id > $2 ORDER BY d.id`

/** Every document has its bytes, as its row says, and the seal of every issued one holds. */
export const checkDocuments: Check = async (municipalityId, report) => {
  for await (const page of inPages<Row>(municipalityId, DOCUMENTS, PAGE)) {
    report.saw('I8', page.length)
    for (const row of page) await checkDocument(municipalityId, row, report)
  }
  await checkOrphans(municipalityId, report)
}

async function checkDocument(municipalityId: string, row: Row, report: Report): Promise<void> {
  const breaks = (fault: string) => report.breaks('I8', fault, row.id)
  if (row.code && !row.found) breaks('code_lost')
  if (row.origin === 'citizen') {
    if (!(await isOnDisk(municipalityId, row))) breaks('file_differs')
    return
  }
  if (!row.content) {
    if (!row.pending) breaks('no_bytes')
    return
  }
  if (row.templateDigest && (!row.template || sha256Hex(row.template) !== row.templateDigest))
    return breaks('template_differs')
  const bytes = row.template ? Buffer.concat([row.template, row.content]) : row.content
  const [size, sha256] = [row.storedSize ?? row.size, row.storedSha256 ?? row.sha256]
  if (bytes.length !== size || sha256Hex(bytes) !== sha256) breaks('bytes_differ')
  if (row.sha256 && row.sha256 !== sha256) breaks('digests_differ')
  report.saw('I18', 1)
  const { intact, whole } = checkSeal(bytes)
  if (!intact || !whole) report.breaks('I18', 'seal_broken', row.id)
}

async function isOnDisk(municipalityId: string, { sha256, size }: Row): Promise<boolean> {
  if (!sha256 || (await files().size(municipalityId, sha256)) !== size) return false
  const hash = createHash('sha256')
  for await (const chunk of files().read(municipalityId, sha256)) hash.update(chunk)
  return hash.digest('hex') === sha256
}

/** Files that no upload and no document names; one that was handed in a day ago may still find its row. */
export async function orphanFiles(municipalityId: string, at = Date.now()): Promise<string[]> {
  const old: string[] = []
  for await (const file of files().list(municipalityId))
    if (at - file.storedAt.getTime() > DAY_MS) old.push(file.sha256)
  if (old.length === 0) return []
  const rows = await inTown(municipalityId, (trx) =>
    trx.rows<{ sha256: string }>(
      `SELECT f.sha256 FROM unnest($2::text[]) AS f(sha256)
       WHERE NOT EXISTS (SELECT FROM uploads u WHERE u.municipality_id = $1 AND u.sha256 = f.sha256)
         AND NOT EXISTS (SELECT FROM documents d WHERE d.municipality_id = $1 AND d.sha256 = f.sha256 AND d.origin = 'citizen')`,
      [municipalityId, old]
    )
  )
  return rows.map(({ sha256 }) => sha256)
}

async function checkOrphans(municipalityId: string, report: Report): Promise<void> {
  for (const sha256 of await orphanFiles(municipalityId)) report.breaks('I8', 'orphan', sha256)
}
