import { Refused } from '#expressions/parse/builder'

const MAX_NESTING = 100
const MAX_NAMES = 200

/**
 * What the grammar would read too slowly is refused before it begins: its time grows with the square of how deep
 * brackets are nested, and of how many names one of them brings. Throws Refused.
 */
export function bound(source: string): void {
  // reversed brackets are ends of ranges: `]1..3[`
  let lowest = 0
  const names = [0]
  for (const { 0: piece, index } of source.matchAll(PIECES)) {
    if (OPENING.has(piece)) names.push(0)
    else if (CLOSING.has(piece)) {
      if (names.length > 1) names.pop()
      else lowest--
    } else if (BRINGING.has(piece)) names.push((names.pop() ?? 0) + 1)
    if (names.length - lowest > MAX_NESTING) throw new Refused('TOO_DEEP', index, { limit: MAX_NESTING })
    if ((names.at(-1) ?? 0) > MAX_NAMES) throw new Refused('TOO_MANY_NAMES', index, { limit: MAX_NAMES })
  }
}

/** Texts and comments whole, so that nothing in them counts. */
const PIECES = /"(?:[^"\\]|\\.)*"?|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*|[([{}\]):]|\bin\b/gs
const OPENING = new Set(['(', '[', '{'])
const CLOSING = new Set([')', ']', '}'])
const BRINGING = new Set([':', 'in'])
