import type { Task } from '#cases/queries/tasks'
import { type CaseDocument, type HistoryLine, documentsOfCase, historyOf } from '#cases/queries/case_page'
import { decidedIn } from '#cases/queries/decided'
import { deliveredIn } from '#cases/queries/delivered'
import { type ListedCase, LISTED } from '#cases/queries/listed_case'
import { inTown } from '#tenancy/town_transaction'

/** A person's own cases, the newest first; `before` is the id of the last one already seen. */
export const casesOfPerson = (
  municipalityId: string,
  personId: string,
  { before = null, limit = 20 }: { before?: string | null; limit?: number } = {}
): Promise<ListedCase[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<ListedCase>(
      `${LISTED} WHERE c.municipality_id = $1 AND c.person_id = $2 AND ($3::uuid IS NULL OR c.id < $3) ORDER BY c.id DESC LIMIT $4`,
      [municipalityId, personId, before, limit],
      'cases_of_person'
    )
  )

/** A person's cases in which something waits for their answer, the newest first. */
export const casesToAnswer = (
  municipalityId: string,
  personId: string,
  limit: number
): Promise<ListedCase[]> =>
  inTown(municipalityId, (trx) =>
    trx.rows<ListedCase>(
      `${LISTED} WHERE c.municipality_id = $1 AND c.person_id = $2 AND c.state = 'open' AND EXISTS (
         SELECT FROM tasks t WHERE t.municipality_id = $1 AND t.case_id = c.id AND t.state = 'open' AND t.role = 'citizen'
       ) ORDER BY c.id DESC LIMIT $3`,
      [municipalityId, personId, limit],
      'cases_to_answer'
    )
  )

export interface OwnCase {
  summary: ListedCase
  history: HistoryLine[]
  documents: CaseDocument[]
  /** The messages that its process waits for, such as `withdrawal`. */
  awaits: string[]
  /** The number of the resolution that has decided it, notified or not yet. */
  decided: string | null
  /** What the interested party is asked to do. */
  tasks: Pick<Task, 'id' | 'element' | 'form' | 'dueOn' | 'openedAt' | 'initialAnswers'>[]
}

/**
 * One case as its interested party sees it; null when it isn't there or isn't theirs. Of what the town
 * hall writes they see what they were given at the counter and what has been notified (Law 39/2015, art. 43.2) or delivered.
 */
export const ownCase = (municipalityId: string, personId: string, caseId: string): Promise<OwnCase | null> =>
  partyCase(municipalityId, caseId, personId)

/** The same of a case without a person, for whoever has its follow-up code. */
export const anonymousCase = (municipalityId: string, caseId: string): Promise<OwnCase | null> =>
  partyCase(municipalityId, caseId, null)

const partyCase = (
  municipalityId: string,
  caseId: string,
  personId: string | null
): Promise<OwnCase | null> =>
  inTown(municipalityId, async (trx) => {
    const [summary] = await trx.rows<ListedCase>(
      `${LISTED} WHERE c.municipality_id = $1 AND c.id = $2 AND c.person_id IS NOT DISTINCT FROM $3`,
      [municipalityId, caseId, personId]
    )
    if (!summary) return null
    const practised = await trx.rows<{ id: string }>(
      `SELECT document_id AS id FROM notifications WHERE municipality_id = $1 AND case_id = $2 AND state NOT IN ('available', 'taken_back')`,
      [municipalityId, caseId]
    )
    const notified = new Set([...practised.map(({ id }) => id), ...(await deliveredIn(trx, caseId))])
    const shown = ({ id, origin, filingId, kind }: CaseDocument) =>
      origin === 'citizen' ||
      filingId !== null ||
      kind === 'payment_proof' ||
      kind === 'refund_proof' ||
      notified.has(id)
    return {
      summary,
      history: await historyOf(trx, caseId, { publicOnly: true }),
      documents: (await documentsOfCase(trx, caseId)).filter(shown),
      awaits: (
        await trx.rows<{ message: string }>(
          `SELECT DISTINCT message FROM subscriptions WHERE municipality_id = $1 AND case_id = $2`,
          [municipalityId, caseId]
        )
      ).map(({ message }) => message),
      decided: await decidedIn(trx, summary),
      tasks: await trx.rows(
        `SELECT id, element, form, due_on::text AS "dueOn", opened_at AS "openedAt", initial_answers AS "initialAnswers" FROM tasks
         WHERE municipality_id = $1 AND case_id = $2 AND state = 'open' AND role = 'citizen' ORDER BY id`,
        [municipalityId, caseId]
      ),
    }
  })
