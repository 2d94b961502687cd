import { checkRowsOfActs } from '#audit/queries/rows_of_acts'
import type { Check } from '#core/invariants'
import { answerRows, queryRows } from '#exchange/rows'

const checkQueries = checkRowsOfActs({ shape: queryRows, key: 'id', action: 'exchange.asked' })
const checkAnswers = checkRowsOfActs({ shape: answerRows, key: 'query_id', action: 'exchange.answered' })

/** Whose data were asked for, and what came of it, is what the acts say. */
export const checkExchange: Check = async (municipalityId, report) => {
  await checkQueries(municipalityId, report)
  await checkAnswers(municipalityId, report)
}
