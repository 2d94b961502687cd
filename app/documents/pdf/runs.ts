import { parsedFont, WORLD_FONT } from '#documents/pdf/fonts'

export interface Run {
  text: string
  /** Absent: the font of the house. */
  font?: typeof WORLD_FONT
}

type Reach = 'text' | 'world' | 'none'
const reaches = new Map<string, Reach>()

function reachOf(char: string): Reach {
  let reach = reaches.get(char)
  if (!reach) {
    const point = char.codePointAt(0) as number
    if (point === 0x0a || parsedFont('text-normal').hasGlyphForCodePoint(point)) reach = 'text'
    else reach = parsedFont('world-normal').hasGlyphForCodePoint(point) ? 'world' : 'none'
    reaches.set(char, reach)
  }
  return reach
}

const codePointName = (char: string) =>
  `[U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}]`

/** Whether a text has a sign that no font of the house has, so that its code point is written for it. */
export const lacksSigns = (text: string): boolean => [...text].some((char) => reachOf(char) === 'none')

/**
 * Text in runs of one font each. Letters that the font of the house lacks (Greek, Cyrillic ...) take Noto Sans;
 * a sign that neither has is written as its code point, so that a document never hides what was filed behind
 * an empty box (which PDF/A forbids besides).
 */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const char of text) {
    const reach = reachOf(char)
    const font = reach === 'world' ? WORLD_FONT : undefined
    const last = runs.at(-1)
    const written = reach === 'none' ? codePointName(char) : char
    // A space stays with the run before it: a change of font would only break the line there.
    if (last && (last.font === font || char === ' ')) last.text += written
    else runs.push(font ? { text: written, font } : { text: written })
  }
  return runs
}
