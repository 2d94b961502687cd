import type { HistoryLine } from '#cases/queries/case_page'
import type { Done } from '#cases/queries/receipts'
import type { LineWords } from '#desk/http/case_page/history'
import { doneWords } from '#desk/http/versions/done_words'
import { numbersOf } from '#desk/http/versions/run_lines'

/** From which version to which, what that did to the case, why the plan has it so, and why it was carried out; why it was taken back. */
export function versionTurn(line: HistoryLine, { speech, versions }: LineWords): string[] {
  const turn = versions.turn(line)
  if (!turn) return []
  const { from, to, plan, why } = turn
  const way = line.data.back ? 'desk.versions.wayBack' : 'desk.versions.way'
  const planned = line.data.back || !plan ? null : (speech.name(plan) ?? Object.values(plan)[0])
  const done = doneWords(line.data as Partial<Done>, turn, speech)
  const told = [speech.t(way, numbersOf(from, to)), ...done, planned, why]
  return [...new Set(told.filter((one): one is string => Boolean(one)))]
}
