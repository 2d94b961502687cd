import type { Draft } from '#filings/types'
import { inTown, rowsOfTown } from '#tenancy/town_transaction'

const COLUMNS = `id, kind, case_id AS "caseId", task_id AS "taskId", slug, digest, person_id AS "personId", language, answers, version,
  created_at AS "createdAt", updated_at AS "updatedAt", expires_at AS "expiresAt"`

/** A person's own draft, or null: somebody else's is as absent as none. */
export const draftOf = (municipalityId: string, personId: string, id: string): Promise<Draft | null> =>
  rowsOfTown<Draft>(
    municipalityId,
    `SELECT ${COLUMNS} FROM drafts WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, id],
    'draft_of'
  ).then(([draft]) => (draft?.personId === personId ? draft : null))

/** What a person has begun and not yet filed, the newest first. */
export const draftsOf = (municipalityId: string, personId: string): Promise<Draft[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<Draft>(
      `SELECT ${COLUMNS} FROM drafts WHERE municipality_id = $1 AND person_id = $2 AND kind = 'submission' AND expires_at > now() ORDER BY updated_at DESC`,
      [municipalityId, personId]
    )
  )
