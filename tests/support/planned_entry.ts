import { newSalt } from '#core/hash_chain'
import { uuidv7 } from '#core/ids'
import { planEntry } from '#registry/domain/plan_entry'
import type { EntryContent, EntryPlan } from '#registry/types'

/** A planned entry with an id and a salt of its own. */
export const plannedEntry = (
  content: EntryContent,
  refers: Pick<EntryPlan, 'filingId' | 'caseId' | 'documentId'> = {}
): EntryPlan => planEntry(content, { id: uuidv7(), ...refers }, newSalt())
