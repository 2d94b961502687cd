import { commitment, newSalt } from '#core/hash_chain'
import { uuidv7 } from '#core/ids'
import { shortHeading } from '#registry/domain/book_words'
import type { EntryContent, EntryPlan } from '#registry/types'

/** An entry with the salted commitment of its content: everything but what the lock decides. */
export function planEntry(
  { heading, ...rest }: EntryContent,
  refers: Pick<EntryPlan, 'filingId' | 'caseId' | 'documentId'> & { id?: string } = {}
): EntryPlan {
  const content = { heading: shortHeading(heading), ...rest }
  const salt = newSalt()
  return { id: uuidv7(), ...refers, content, salt, commitment: commitment(content, salt) }
}
