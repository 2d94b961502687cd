import { isUuid } from '#core/ids'
import type { InboxCursor } from '#cases/queries/inbox'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A place in a list, as the address keeps it: `2026-03-12~<id>`, or `~<id>` past the cases without a date. */
export const writeCursor = ({ dueOn, id }: InboxCursor): string => `${dueOn ?? ''}~${id}`

/** What no place looks like is the beginning. */
export function readCursor(text: string): InboxCursor | null {
  const [dueOn = '', id = '', ...rest] = text.split('~')
  if (rest.length > 0 || !isUuid(id) || (dueOn !== '' && !DAY.test(dueOn))) return null
  if (dueOn !== '' && Number.isNaN(Date.parse(dueOn))) return null
  return { dueOn: dueOn || null, id }
}
