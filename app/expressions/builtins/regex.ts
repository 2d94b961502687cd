import { RE2JS } from 're2js'
import type { Session } from '#expressions/evaluate/session'

const FLAGS: Record<string, number> = { i: RE2JS.CASE_INSENSITIVE, s: RE2JS.DOTALL, m: RE2JS.MULTILINE }

/** RE2 runs in linear time, so no pattern of a procedure can hang a town. Null for what it doesn't accept. */
function compile(pattern: string, flags: string): RE2JS | null {
  const spaced = flags.includes('x') ? pattern.replace(/\s+/g, '') : pattern
  try {
    let bits = 0
    for (const flag of flags.replace('x', '')) {
      const bit = FLAGS[flag]
      if (bit === undefined) return null
      bits |= bit
    }
    return RE2JS.compile(spaced, bits)
  } catch {
    return null
  }
}

export const acceptsPattern = (pattern: string, flags = ''): boolean => compile(pattern, flags) !== null

export function matches(input: string, pattern: string, flags: string): boolean | null {
  return compile(pattern, flags)?.matcher(input).find() ?? null
}

export function splitBy(text: string, pattern: string): string[] | null {
  const regex = compile(pattern, '')
  if (!regex) return null
  const parts: string[] = []
  const matcher = regex.matcher(text)
  let from = 0
  while (matcher.find()) {
    if (matcher.end() === matcher.start()) continue
    parts.push(text.slice(from, matcher.start()))
    from = matcher.end()
  }
  return [...parts, text.slice(from)]
}

/** In the replacement, `$1` is a group and `\$` a dollar; its size is bounded while it grows. */
export function replaceAll(
  input: string,
  pattern: string,
  replacement: string,
  flags: string,
  session: Session
): string | null {
  const regex = compile(pattern, flags)
  if (!regex || regex.matcher('').find()) return null
  const matcher = regex.matcher(input)
  const groups = matcher.groupCount()
  let result = ''
  let from = 0
  while (matcher.find()) {
    const expanded = replacement.replace(/\\([\\$])|\$(\d)/g, (_, escaped?: string, group?: string) =>
      escaped ? escaped : Number(group) <= groups ? (matcher.group(Number(group)) ?? '') : ''
    )
    result += input.slice(from, matcher.start()) + expanded
    from = matcher.end()
    session.allowText(result.length)
  }
  return result + input.slice(from)
}
