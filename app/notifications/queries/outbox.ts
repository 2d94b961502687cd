import { crestAt } from '#documents/queries/crest'
import { withCrest } from '#notifications/domain/crest'
import type { Notice } from '#notifications/types'
import type { Town } from '#tenancy/types'
import { inTown } from '#tenancy/town_transaction'

const SELECT = `
  SELECT id, case_id AS "caseId", recipient, subject, text, html, language, state, created_at AS "createdAt", sent_at AS "sentAt"
  FROM notices WHERE municipality_id = $1`

/** The courtesy notices of a town, the newest first; `before` is the id of the last one already seen. */
export const outbox = (
  municipalityId: string,
  { before = null, limit = 50 }: { before?: string | null; limit?: number } = {}
): Promise<Notice[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<Notice>(`${SELECT} AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`, [
      municipalityId,
      before,
      limit,
    ])
  )

export const noticeById = (municipalityId: string, id: string): Promise<Notice | null> =>
  inTown(municipalityId, async (trx) => {
    const [notice] = await trx.rows<Notice>(`${SELECT} AND id = $2`, [municipalityId, id])
    return notice ?? null
  })

/** A notice as its reader sees it, for a page: what went along with the mail is in it. */
export const noticePage = ({ html }: Notice, { settings }: Town): string =>
  withCrest(html, crestAt(settings.print))
