import type { Json } from '#core/json'
import { subjectOf } from '#catalogue/domain/words/subject'
import type { Tale } from '#catalogue/domain/words/tale'

/** The values that conditions saw, by what they asked for: `answers.kind`. */
export type Seen = Record<string, Json>

/** Each value that was seen, as people know it. */
export const seenWords = (tale: Tale, seen: Seen): string[] =>
  Object.entries(seen).map(([path, value]) => {
    const { name, value: read } = subjectOf(tale, path.split('.'), { compared: value })
    return tale.t('catalogue.ways.seenOne', { subject: name, value: read(value) })
  })

/** A reason with the values that it saw. */
export function withSeen(tale: Tale, what: string, seen: Seen): string {
  const each = seenWords(tale, seen)
  return each.length > 0 ? tale.t('catalogue.ways.seen', { what, seen: each.join('; ') }) : what
}
