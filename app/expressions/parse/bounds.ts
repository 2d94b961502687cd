import { Refused } from '#expressions/parse/builder'

const MAX_NESTING = 100
const MAX_NAMES = 200
const MAX_ROW = 500

/**
 * What the grammar would read too slowly is refused before it begins: its time grows with the square of how deep
 * brackets are nested, and of how many names one of them brings; each operator of a row nests, too. Throws Refused.
 */
export function bound(source: string): void {
  // reversed brackets are ends of ranges: `]1..3[`
  let lowest = 0
  const open: Level[] = [{ names: 0, row: 0 }]
  for (const { 0: piece, index } of source.matchAll(PIECES)) {
    if (OPENING.has(piece)) open.push({ names: 0, row: 0 })
    else if (CLOSING.has(piece)) {
      if (open.length > 1) open.pop()
      else lowest--
    }
    const level = open.at(-1) as Level
    if (BRINGING.has(piece)) level.names++
    if (piece === ',') level.row = 0
    else if (OPERATOR.test(piece)) level.row++
    if (open.length - lowest > MAX_NESTING) throw new Refused('TOO_DEEP', index, { limit: MAX_NESTING })
    if (level.names > MAX_NAMES) throw new Refused('TOO_MANY_NAMES', index, { limit: MAX_NAMES })
    if (level.row > MAX_ROW) throw new Refused('TOO_DEEP', index, { limit: MAX_ROW })
  }
}

interface Level {
  names: number
  /** Operators since the last comma. */
  row: number
}

/** Texts and comments whole, so that nothing in them counts. */
const PIECES = /"(?:[^"\\]|\\.)*"?|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*|[([{}\]):,+*/-]|\b(?:in|and|or)\b/gs
const OPENING = new Set(['(', '[', '{'])
const CLOSING = new Set([')', ']', '}'])
const BRINGING = new Set([':', 'in'])
const OPERATOR = /^(?:[+*/-]|and|or)$/
