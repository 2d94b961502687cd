import { isUuid } from '#core/ids'
import type { InboxCursor } from '#cases/queries/inbox'
import { isDay } from '#desk/domain/day'

/** A place in a list, as the address keeps it: `2026-03-12~<id>`, or `~<id>` past the cases without a date. */
export const writeCursor = ({ dueOn, id }: InboxCursor): string => `${dueOn ?? ''}~${id}`

export function readCursor(text: string): InboxCursor | null {
  const [dueOn = '', id = '', ...rest] = text.split('~')
  if (rest.length > 0 || !isUuid(id) || (dueOn !== '' && !isDay(dueOn))) return null
  return { dueOn: dueOn || null, id }
}
