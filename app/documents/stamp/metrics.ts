import { parsedFont } from '#documents/pdf/fonts'

/** Marks that stand on the letter before them need an engine to place them: pdfmake's. */
const COMBINING = /\p{M}/u

/** Every letter that a stamped document can show, in a fixed order. */
export const REPERTOIRE: string[] = parsedFont('text-normal')
  .characterSet.filter(
    (point) => point >= 0x20 && point < 0xfff0 && parsedFont('text-bold').hasGlyphForCodePoint(point)
  )
  .map((point) => String.fromCharCode(point))
  .filter((letter) => !COMBINING.test(letter))

const LAST = Math.max(...REPERTOIRE.map((letter) => letter.charCodeAt(0)))

/** Advance widths by UTF-16 code, for a size of one; 0 where the font has no glyph. */
function widthTable(name: 'text-normal' | 'text-bold'): Float64Array {
  const font = parsedFont(name)
  const widths = new Float64Array(LAST + 1)
  for (const letter of REPERTOIRE) {
    const code = letter.charCodeAt(0)
    widths[code] = font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm
  }
  return widths
}

const NORMAL = widthTable('text-normal')
const BOLD = widthTable('text-bold')

/** Thrown inside a layout that meets what a stamp cannot show; `stamp` answers null for it. */
export class Unstampable extends Error {}

/** The width of a text on one line, in points. Throws `Unstampable` on a letter outside the repertoire. */
export function widthOf(text: string, size: number, bold: boolean): number {
  const widths = bold ? BOLD : NORMAL
  let width = 0
  for (let i = 0; i < text.length; i += 1) {
    const advance = widths[text.charCodeAt(i)]
    if (!advance) throw new Unstampable(`no glyph for ${JSON.stringify(text[i])}`)
    width += advance
  }
  return width * size
}

/** Cuts a word that is longer than a line. */
function pieces(word: string, size: number, bold: boolean, width: number): string[] {
  const cut: string[] = []
  let from = 0
  for (let end = 1; end <= word.length; end += 1) {
    if (widthOf(word.slice(from, end), size, bold) > width && end - 1 > from) {
      cut.push(word.slice(from, end - 1))
      from = end - 1
    }
  }
  return [...cut, word.slice(from)]
}

/** The lines of a text in a column, broken at spaces and, where it must be, within a word. */
export function linesOf(text: string, size: number, bold: boolean, width: number): string[] {
  const lines: string[] = []
  const space = widthOf(' ', size, bold)
  for (const paragraph of text.split('\n')) {
    let line = ''
    let used = 0
    for (const word of paragraph.split(' ')) {
      const wide = widthOf(word, size, bold)
      if (line && used + space + wide > width) {
        lines.push(line)
        line = ''
        used = 0
      }
      if (line) {
        line += ` ${word}`
        used += space + wide
      } else if (wide <= width) {
        line = word
        used = wide
      } else {
        const parts = pieces(word, size, bold, width)
        line = parts.pop() as string
        lines.push(...parts)
        used = widthOf(line, size, bold)
      }
    }
    lines.push(line)
  }
  return lines
}
