import type { Draft } from '#filings/types'
import type { Holder } from '#identity/types'
import { inTown, rowsOfTown } from '#tenancy/town_transaction'

const COLUMNS = `id, kind, case_id AS "caseId", task_id AS "taskId", slug, digest, person_id AS "personId", code_digest AS "codeDigest", language, answers, version, asked_again AS "askedAgain", seen,
  EXISTS (SELECT FROM town_procedures p WHERE p.municipality_id = $1 AND p.slug = drafts.slug AND p.digest = drafts.digest
            AND p.state = 'accepting') AS accepting,
  created_at AS "createdAt", updated_at AS "updatedAt", expires_at AS "expiresAt"`

/** One's own draft, or null: somebody else's is as absent as none. */
export const heldDraft = (municipalityId: string, holder: Holder, id: string): Promise<Draft | null> =>
  rowsOfTown<Draft>(
    municipalityId,
    `SELECT ${COLUMNS} FROM drafts WHERE municipality_id = $1 AND id = $2`,
    [municipalityId, id],
    'draft_of'
  ).then(([draft]) => (draft && holds(holder, draft) ? draft : null))

const holds = (holder: Holder, draft: Draft) =>
  draft.personId === holder.personId && draft.codeDigest === holder.codeDigest

/** The draft of a person. */
export const draftOf = (municipalityId: string, personId: string, id: string): Promise<Draft | null> =>
  heldDraft(municipalityId, { personId, codeDigest: null }, id)

/** The answer to a requirement that somebody has begun, by its task; null where there is none. */
export const draftOfTask = (
  municipalityId: string,
  personId: string,
  taskId: string
): Promise<string | null> =>
  rowsOfTown<{ id: string }>(
    municipalityId,
    `SELECT id FROM drafts WHERE municipality_id = $1 AND task_id = $2 AND person_id = $3`,
    [municipalityId, taskId, personId],
    'draft_of_task'
  ).then(([draft]) => draft?.id ?? null)

/** A draft as a line of a list: of an answer to a requirement with the last day to file it. */
export type ListedDraft = Draft & { dueOn: string | null }

/**
 * What a person has begun and can still file, the newest first: applications, and answers to requirements that wait
 * for them.
 */
export const draftsOf = (municipalityId: string, personId: string): Promise<ListedDraft[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<ListedDraft>(
      `SELECT d.*, t.due_on::text AS "dueOn"
       FROM (SELECT ${COLUMNS} FROM drafts WHERE municipality_id = $1 AND person_id = $2 AND expires_at > now()) d
       LEFT JOIN tasks t ON t.municipality_id = $1 AND t.id = d."taskId" AND t.state = 'open'
       WHERE d.kind = 'submission' OR d.kind = 'correction' AND t.id IS NOT NULL
       ORDER BY d."updatedAt" DESC`,
      [municipalityId, personId]
    )
  )
