import type { CompiledProcedure } from '#catalogue/types'
import type { TownTransaction } from '#tenancy/town_transaction'

const CARRY = `
UPDATE drafts SET digest = $3, version = version + 1,
  asked_again = ARRAY(SELECT DISTINCT page FROM unnest(asked_again || $5::text[]) AS page)
WHERE municipality_id = $1 AND case_id = $2 AND kind = 'correction' AND digest <> $3
  AND ($4::text IS NULL OR task_id IN (SELECT t.id FROM tasks t WHERE t.municipality_id = $1 AND t.case_id = $2 AND t.element = $4))`

/**
 * Whoever is answering in a case that goes on by another version goes on with what they wrote, in the form as it is there; what
 * is asked anew is gone through again before it is filed. The case is locked.
 */
export async function carryAnswers(
  trx: TownTransaction,
  { caseId, to, asked }: { caseId: string; to: CompiledProcedure; asked: string[] }
): Promise<void> {
  for (const element of asked)
    await trx.rows(CARRY, [trx.municipalityId, caseId, to.digest, element, pagesOf(to, element)])
  await trx.rows(CARRY, [trx.municipalityId, caseId, to.digest, null, []])
}

/** The pages of the form of a task. */
function pagesOf({ graph, forms }: CompiledProcedure, element: string): string[] {
  const { form } = (graph.nodes[element]?.data ?? {}) as { form?: string }
  return (form ? (forms[form]?.pages ?? []) : []).map(({ id }) => id)
}
