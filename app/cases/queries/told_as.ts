import type { HistoryLine } from '#cases/queries/case_page'

/** By which words a line of a history is told: `cases.history.<...>`. */
export function toldAs({ kind, data }: Pick<HistoryLine, 'kind' | 'data'>): string {
  if (kind === 'version_changed' && data['back']) return 'version_restored'
  return kind === 'term_recounted' && data['by'] === 'version' ? 'term_of_version' : kind
}
