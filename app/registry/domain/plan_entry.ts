import { commitment } from '#core/hash_chain'
import { shortHeading } from '#registry/domain/book_words'
import type { EntryContent, EntryPlan } from '#registry/types'

/** An entry with the salted commitment of its content: everything but what the lock decides. */
export function planEntry(
  { heading, ...rest }: EntryContent,
  refers: Pick<EntryPlan, 'id' | 'filingId' | 'caseId' | 'documentId'>,
  salt: string
): EntryPlan {
  const content = { heading: shortHeading(heading), ...rest }
  return { ...refers, content, salt, commitment: commitment(content, salt) }
}
