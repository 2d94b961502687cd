import type { Notice } from '#notifications/types'
import { inTown } from '#tenancy/town_transaction'

const SELECT = `
  SELECT id, case_id AS "caseId", recipient, subject, text, html, language, state, created_at AS "createdAt", sent_at AS "sentAt"
  FROM notices WHERE municipality_id = $1`

/** The newest courtesy notices of a town: what the development outbox shows. */
export const notices = (municipalityId: string, limit = 50): Promise<Notice[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<Notice>(`${SELECT} ORDER BY id DESC LIMIT $2`, [municipalityId, limit])
  )

export const noticesOfCase = (municipalityId: string, caseId: string): Promise<Notice[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<Notice>(`${SELECT} AND case_id = $2 ORDER BY id`, [municipalityId, caseId])
  )
