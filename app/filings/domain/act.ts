import { dateText, instantText } from '#documents/index'
import type { Writing } from '#documents/queries/writing'
import type { FilingRow } from '#filings/rows'

/** The case that something was filed in after it had been opened. */
export interface FiledIn {
  /** That of the entry that opened it. */
  number: string
  /** ISO instant of that entry. */
  openedAt: string
  /** What had been notified, where it is an answer to that; its entry in the outgoing book, where it has one. */
  answered: { document: string; number: string | null; on: string } | null
}

/** What a later filing does, in a sentence: a withdrawal says so, of what, and in which case (Law 39/2015, arts. 68, 76 and 94). */
export function actOf(
  kind: FilingRow['kind'],
  who: string,
  { number, openedAt, answered }: FiledIn,
  writing: Writing
) {
  const params = { who, number, date: instantText(openedAt, writing) }
  if (kind !== 'correction' || !answered) return writing.translate(`documents.copy.acts.${kind}`, params)
  const document = [answered.document, answered.number].filter(Boolean).join(', ')
  return writing.translate('documents.copy.acts.answer', {
    ...{ who, number, document },
    date: dateText(answered.on, writing),
  })
}
