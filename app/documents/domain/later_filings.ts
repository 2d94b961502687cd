import type { Block } from '#documents/domain/sheet'
import { instantText, type Writing } from '#documents/domain/words'

/** Something that was filed in a case after it was opened, and its entry. */
export interface LaterFiling {
  kind: 'correction' | 'withdrawal' | 'addition'
  number: string
  /** ISO instant. */
  recordedAt: string
}

/** What came into the case after its application, each with its entry; nothing where nothing came. */
export const filingsBlock = (filings: LaterFiling[], writing: Writing): Block[] => {
  if (filings.length === 0) return []
  const items = filings.map(({ kind, number, recordedAt }) =>
    writing.translate(`documents.filings.${kind}`, { number, date: instantText(recordedAt, writing) })
  )
  return [{ kind: 'list', items }]
}
