import { type Match, type RegexEngine, normalised } from '#expressions/regex/engine'

/**
 * The RegExp of a browser, where a page of its own is all that a slow pattern can hang. It only ever
 * gets patterns that RE2 accepted when the procedure was published.
 */
export const native: RegexEngine = (pattern, flags) => {
  const wanted = normalised(pattern, flags)
  // RE2 allows escapes that the Unicode mode of RegExp does not
  const regex =
    wanted && (compiled(wanted.pattern, `gu${wanted.flags}`) ?? compiled(wanted.pattern, `g${wanted.flags}`))
  return regex && ((text) => walk(regex, text))
}

function compiled(pattern: string, flags: string): RegExp | null {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return null
  }
}

function* walk(regex: RegExp, text: string): Iterable<Match> {
  for (const match of text.matchAll(regex))
    yield {
      start: match.index,
      end: match.index + match[0].length,
      groups: [...match].map((group) => group ?? ''),
    }
}
