import { RE2JS } from 're2js'
import { type Match, type RegexEngine, normalised } from '#expressions/regex/engine'

const BITS: Record<string, number> = { i: RE2JS.CASE_INSENSITIVE, s: RE2JS.DOTALL, m: RE2JS.MULTILINE }

/** RE2 runs in linear time, so no pattern of a procedure can hang a town. */
export const re2: RegexEngine = (pattern, flags) => {
  const wanted = normalised(pattern, flags)
  const regex = wanted && remembered(wanted.pattern, wanted.flags)
  return regex && ((text) => walk(regex, text))
}

const REMEMBERED = 100
const read = new Map<string, RE2JS | null>()

/** Reading a pattern takes longer than most searches with it. */
function remembered(pattern: string, flags: string): RE2JS | null {
  const key = `${flags}/${pattern}`
  const known = read.get(key)
  const regex = known === undefined ? compiled(pattern, flags) : known
  read.delete(key)
  read.set(key, regex)
  if (read.size > REMEMBERED) read.delete(read.keys().next().value as string)
  return regex
}

function compiled(pattern: string, flags: string): RE2JS | null {
  try {
    return RE2JS.compile(
      pattern,
      [...flags].reduce((bits, flag) => bits | (BITS[flag] ?? 0), 0)
    )
  } catch {
    return null
  }
}

function* walk(regex: RE2JS, text: string): Iterable<Match> {
  const matcher = regex.matcher(text)
  while (matcher.find()) {
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, index) => matcher.group(index) ?? '')
    yield { start: matcher.start(), end: matcher.end(), groups }
  }
}
