import { SYSTEM, type AuditRow } from '#audit/types'
import { digestOf } from '#core/digest'
import type { Json } from '#core/json'
import type { EvidenceAnswer } from '#exchange/contract'
import { answerRows } from '#exchange/rows'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Which question was answered, and for which step of which case. */
export interface AnsweredQuery {
  queryId: string
  caseId: string
  key: string
}

/**
 * Writes down what came of a question, in the transaction in which it takes effect: the digest of the answer as it
 * came, and none of the data. Without an answer nobody could be reached. The caller writes the audit row last.
 */
export async function recordEvidenceAnswer(
  trx: TownTransaction,
  { queryId, caseId, key }: AnsweredQuery,
  answer: EvidenceAnswer | null,
  at: Date
): Promise<AuditRow> {
  const row = {
    query_id: queryId,
    case_id: caseId,
    key,
    outcome: answer?.outcome ?? 'unavailable',
    reference: answer?.reference ?? null,
    digest: answer && digestOf(answer as unknown as Json),
    answered_at: at.toISOString(),
  }
  await insertRows(trx, answerRows, [row])
  const subject = { kind: 'evidence_queries', id: queryId }
  const detail = { case: caseId, outcome: row.outcome, row: rowDigest(answerRows, row) }
  return { actor: SYSTEM, action: 'exchange.answered', subject, detail }
}
