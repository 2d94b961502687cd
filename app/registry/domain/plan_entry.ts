import { commitment } from '#core/hash_chain'
import type { EntryContent, EntryPlan } from '#registry/types'

/** An entry with the salted commitment of its content: everything but what the lock decides. */
export function planEntry(
  content: EntryContent,
  refers: Pick<EntryPlan, 'id' | 'filingId' | 'caseId' | 'documentId'>,
  salt: string
): EntryPlan {
  return { ...refers, content, salt, commitment: commitment(content, salt) }
}
