import { builtin } from '#expressions/builtins/signature'
import { matches, replaceAll, splitBy } from '#expressions/builtins/regex'
import { type Decimal, decimal } from '#expressions/values/number'

/** FEEL counts characters, not UTF-16 units. */
const points = (text: string) => [...text]

export const strings = [
  builtin('string length(string: string): number', ([text]) => decimal(points(text).length)),
  builtin('upper case(string: string): string', ([text]) => text.toUpperCase()),
  builtin('lower case(string: string): string', ([text]) => text.toLowerCase()),
  builtin('contains(string: string, match: string): boolean', ([text, match]) => text.includes(match)),
  builtin('starts with(string: string, match: string): boolean', ([text, match]) => text.startsWith(match)),
  builtin('ends with(string: string, match: string): boolean', ([text, match]) => text.endsWith(match)),

  builtin('substring before(string: string, match: string): string', ([text, match]) =>
    text.slice(0, Math.max(0, text.indexOf(match)))
  ),
  builtin('substring after(string: string, match: string): string', ([text, match]) =>
    text.includes(match) ? text.slice(text.indexOf(match) + match.length) : ''
  ),
  builtin(
    'substring(string: string, start position: number, length?: number): string',
    ([text, from, length]) => substring(points(text), from, length)
  ),

  builtin(
    'matches(input: string, pattern: string, flags?: string): boolean',
    ([input, pattern, flags], session) => matches(input, pattern, flags ?? '', session)
  ),
  builtin(
    'replace(input: string, pattern: string, replacement: string, flags?: string): string',
    ([input, pattern, replacement, flags], session) =>
      replaceAll(input, pattern, replacement, flags ?? '', session)
  ),
  builtin('split(string: string, delimiter: string): list<string>', ([text, delimiter], session) =>
    splitBy(text, delimiter, session)
  ),

  builtin('string join(list: list<any>, delimiter?: string): string', ([list, delimiter], session) => {
    const parts = list.filter((part: unknown) => part !== null)
    if (!parts.every((part: unknown) => typeof part === 'string')) return null
    const glue = delimiter ?? ''
    session.allowText(parts.reduce((sum: number, part: string) => sum + part.length + glue.length, 0))
    return parts.join(glue)
  }),
]

/** Positions count from 1, or from -1 at the end; 0 is nowhere. */
function substring(text: string[], from: Decimal, length: Decimal | null): string | null {
  const start = from.trunc().toNumber()
  const count = length === null ? text.length : length.trunc().toNumber()
  if (start === 0 || count < 1) return null
  const index = start > 0 ? start - 1 : text.length + start
  return index < 0 ? null : text.slice(index, index + count).join('')
}
