import type { HistoryLine } from '#cases/queries/case_page'
import { numbersOfCases } from '#cases/queries/case_number'

type Said = Pick<HistoryLine, 'kind' | 'data'>

/** Where a line names the other case that it is about: what it called, what called it, what sent or threw what came. */
const NAMED: Record<string, string[]> = {
  call_given_up: ['parent'],
  case_called: ['case'],
  message_received: ['from'],
  opened_ex_officio: ['parent', 'from'],
}

const idsIn = ({ kind, data }: Said): string[] =>
  (NAMED[kind] ?? []).map((name) => data[name]).filter((id): id is string => typeof id === 'string')

/** The other cases that a history speaks of, by their ids. */
export const othersIn = (municipalityId: string, lines: Said[]): Promise<Map<string, string>> =>
  numbersOfCases(municipalityId, [...new Set(lines.flatMap(idsIn))])

/** The other cases that a line is about, by their numbers. */
export const othersOf = (line: Said, numbers: Map<string, string>): { id: string; number: string }[] =>
  idsIn(line).flatMap((id) => {
    const number = numbers.get(id)
    return number === undefined ? [] : [{ id, number }]
  })
