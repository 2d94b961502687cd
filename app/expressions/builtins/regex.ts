import type { Session } from '#expressions/evaluate/session'
import type { Match } from '#expressions/regex/engine'

const isEmpty = ({ start, end }: Match) => start === end

export function matches(input: string, pattern: string, flags: string, session: Session): boolean | null {
  const found = session.search(pattern, flags, input)
  if (!found) return null
  for (const _ of found) return true
  return false
}

export function splitBy(text: string, pattern: string, session: Session): string[] | null {
  const found = session.search(pattern, '', text)
  if (!found) return null
  const parts: string[] = []
  let from = 0
  for (const match of found) {
    if (isEmpty(match)) continue
    parts.push(text.slice(from, match.start))
    session.allowList(parts.length)
    from = match.end
  }
  return [...parts, text.slice(from)]
}

/** In the replacement, `$1` is a group and `\$` a dollar; the result is bounded while it grows. */
export function replaceAll(
  input: string,
  pattern: string,
  replacement: string,
  flags: string,
  session: Session
): string | null {
  const found = session.search(pattern, flags, input)
  if (!found) return null
  let result = ''
  let from = 0
  for (const match of found) {
    // a pattern that matches nothing at all would be found everywhere
    if (isEmpty(match)) return null
    result += input.slice(from, match.start) + expanded(replacement, match)
    session.allowText(result.length)
    from = match.end
  }
  return result + input.slice(from)
}

const expanded = (replacement: string, { groups }: Match): string =>
  replacement.replace(
    /\\([\\$])|\$(\d)/g,
    (_, escaped?: string, group?: string) => escaped ?? groups[Number(group)] ?? ''
  )
