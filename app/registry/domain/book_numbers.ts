import { unwrap } from '#core/result'
import { entryNumberFormat, type EntryNumberFormat } from '#registry/domain/entry_number'
import type { Book } from '#registry/types'

/** How each book writes its numbers. */
export const NUMBER_FORMATS: Record<Book, EntryNumberFormat> = {
  incoming: unwrap(entryNumberFormat('{year}-E-RE-{number:6}')),
  outgoing: unwrap(entryNumberFormat('{year}-S-RE-{number:6}')),
  resolutions: unwrap(entryNumberFormat('{year}-RES-{number:6}')),
}
