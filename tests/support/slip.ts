import { casePage } from '#cases/queries/case_page'
import type { EvidenceAnswer, EvidenceQuery } from '#exchange/contract'
import type { Json } from '#core/json'
import { givenIn } from '#filings/queries/follow_up'
import { verifyTown } from '#start/verify'
import { hears } from '#tests/support/exchange'
import { openOffice, publishedProcedures } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { FILED } from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'
import { settle } from '#tests/support/worker'

export const INDIVIDUAL = { kind: 'individual', language: 'es', email: 'vicenta@example.org' }
export const COLLECTIVE = { ...INDIVIDUAL, kind: 'collective' }

/** Somebody asks for a residence slip in a town of their own, whose register answers as a test has it. */
export async function slipCase(
  answer: (query: EvidenceQuery) => Promise<EvidenceAnswer>,
  answers: Record<string, Json> = INDIVIDUAL
) {
  const office = await openOffice()
  const procedure = (await publishedProcedures()).find(({ slug }) => slug === 'residence-slip')!
  const { test, town } = office
  hears(town.id, answer)
  const { caseId, filingId } = await fileAt(office, procedure, { answers, at: FILED })
  return {
    ...{ office, town, test, caseId, filingId },
    work: () => settle(town.id, FILED),
    page: async () => (await casePage(town.id, caseId, FILED))!,
    given: () => givenIn(town.id, caseId),
    queries: () =>
      rowsOf<Record<string, any>>(
        town.id,
        `SELECT q.*, a.outcome, a.digest FROM evidence_queries q LEFT JOIN evidence_answers a ON a.municipality_id = $1 AND a.query_id = q.id
         WHERE q.municipality_id = $1 ORDER BY q.id`
      ),
    violations: async () => (await verifyTown(town.id)).violations,
  }
}
