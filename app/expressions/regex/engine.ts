import { MAX_PATTERN, patternSize } from '#expressions/regex/size'

export interface Match {
  start: number
  end: number
  /** The text of each group, the whole match first; empty where a group took no part. */
  groups: string[]
}

/** The matches of a pattern in a text, one at a time. */
export type Matches = (text: string) => Iterable<Match>

/** Reads a pattern with flags among `i`, `s`, `m`, `x`; null for one it doesn't accept. */
export type RegexEngine = (pattern: string, flags: string) => Matches | null

/**
 * The flags that engines share, and the pattern without the spaces that `x` allows. Null for a flag unknown, and
 * for what needs more than linear time (looking around, referring back), or comes to too much.
 */
export function normalised(pattern: string, flags: string): { pattern: string; flags: string } | null {
  if (!/^[ismx]*$/.test(flags)) return null
  if (patternSize(pattern) > MAX_PATTERN || isBeyond(pattern)) return null
  return {
    pattern: flags.includes('x') ? spaceless(pattern) : pattern,
    flags: [...new Set(flags.replaceAll('x', ''))].join(''),
  }
}

/**
 * Looking around, referring back, and what the schemas of XML have beside it: classes taken from one another and
 * blocks of characters, which other engines would read as something else.
 */
export const isBeyond = (pattern: string): boolean => BEYOND.test(pattern.replace(/\\[^1-9kpP]/gs, ''))

const BEYOND = /\(\?<?[=!]|\\[1-9k]|\\[pP]\{\s*I\s*s|\[[^\]]*-\[/

/** Within brackets a space is one of the characters that are meant. */
const spaceless = (pattern: string): string =>
  pattern.replace(/(\[(?:\\.|[^\]\\])*\])|\s+/gs, (_, brackets?: string) => brackets ?? '')
