import { type Diagnostic, problem } from '#core/diagnostic'
import type { ListFault } from '#deadlines/list/read_list'

/** What of a file can't be read, as problems of its lines. */
export const listProblems = (faults: ListFault[], file: string): Diagnostic[] =>
  faults.map(({ line, text }) => problem('CALENDAR_LINE', { file, line, params: { text } }))
