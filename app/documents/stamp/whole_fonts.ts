import { freshFont, TEXT_FONT } from '#documents/pdf/fonts'
import type { PdfKitDocument } from '#documents/pdf/metadata'

/** A font embedded with letters for later: its name in the pages' resources, and the glyph of each letter as four hex digits. */
export interface WholeFont {
  name: string
  object: number
  glyphs: string[]
}

export interface WholeFonts {
  normal: WholeFont
  bold: WholeFont
}

/** Has a document embed these letters of its text font, whether it shows them or not. */
export function wholeFonts(document: PdfKitDocument, letters: string[]): WholeFonts {
  const read = (type: 'normal' | 'bold'): WholeFont => {
    const font = document.fontCache[TEXT_FONT]?.[type]
    if (!font) throw new Error(`the document must use the ${type} font`)
    freshFont(`${TEXT_FONT}-${type}`)
    const glyphs: string[] = []
    // Letter by letter: a ligature would add a glyph that stands for two.
    for (const letter of letters) glyphs[letter.charCodeAt(0)] = font.encode(letter)[0][0] as string
    return { name: font.id, object: font.dictionary.id, glyphs }
  }
  return { normal: read('normal'), bold: read('bold') }
}
