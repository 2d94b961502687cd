import type { AuditRow } from '#audit/types'
import { SYSTEM } from '#audit/types'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Whoever had the page of a draft open as it expired can still send it. */
const GRACE_MS = 3_600_000

/** What was handed in and belongs to no draft and no document: left for a day, since its draft may be about to be filed. */
const STRAY_MS = 86_400_000

const MOST = 500

const ERASE = `
  DELETE FROM drafts d USING (
    SELECT id FROM drafts WHERE municipality_id = $1 AND expires_at < $2
    ORDER BY expires_at LIMIT ${MOST} FOR UPDATE SKIP LOCKED) gone
  WHERE d.municipality_id = $1 AND d.id = gone.id RETURNING d.id, d.slug, d.kind`

const UPLOADS = `
  DELETE FROM uploads WHERE municipality_id = $1 AND document_id IS NULL AND draft_id = ANY($2::uuid[]) RETURNING draft_id AS draft`

const STRAY = `
  DELETE FROM uploads u WHERE u.municipality_id = $1 AND u.document_id IS NULL AND u.created_at < $2
    AND NOT EXISTS (SELECT FROM drafts d WHERE d.municipality_id = $1 AND d.id = u.draft_id) RETURNING 1`

/**
 * Erases the drafts of a town that nobody came back to, and what was handed in for no draft any more; one that is being
 * filed is held, and left. Of what was written nothing is kept: the audit rows, which the caller writes last, say that
 * there was a draft, of which procedure, with how many files. Files leave the disk with the next round of orphans.
 */
export async function eraseDrafts(trx: TownTransaction, at: Date): Promise<AuditRow[]> {
  const [since, stray] = [GRACE_MS, STRAY_MS].map((ms) => new Date(at.getTime() - ms).toISOString())
  const audit: AuditRow[] = []
  for (let erased = MOST; erased === MOST;) {
    const drafts = await trx.rows<{ id: string; slug: string; kind: string }>(ERASE, [
      ...[trx.municipalityId, since],
    ])
    const ids = drafts.map(({ id }) => id)
    const uploads = await trx.rows<{ draft: string }>(UPLOADS, [trx.municipalityId, ids])
    for (const { id, slug, kind } of drafts)
      audit.push({
        actor: SYSTEM,
        action: 'filings.draft_expired',
        subject: { kind: 'drafts', id },
        detail: { slug, kind, uploads: uploads.filter(({ draft }) => draft === id).length },
      })
    erased = drafts.length
  }
  const strays = await trx.rows(STRAY, [trx.municipalityId, stray])
  if (strays.length > 0)
    audit.push({
      actor: SYSTEM,
      action: 'filings.uploads_erased',
      subject: { kind: 'uploads', id: 'unattached' },
      detail: { uploads: strays.length },
    })
  return audit
}
