import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** The part of a parsed fontkit font that we read ourselves. */
export interface ParsedFont {
  characterSet: number[]
  unitsPerEm: number
  hasGlyphForCodePoint(codePoint: number): boolean
  /** Glyphs that were asked for, each with the letters it was first asked for with. */
  _glyphs: Record<number, unknown>
  glyphForCodePoint(codePoint: number): { advanceWidth: number }
}

interface Fontkit {
  create(bytes: Uint8Array): ParsedFont
  registerFormat(format: {
    new (stream: { buffer: Uint8Array }): object
    probe(bytes: Uint8Array): boolean
  }): void
}

const FILES = {
  'text-normal':
    '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  'text-bold': '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  'world-normal': '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  'world-bold': '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
}
type FontFile = keyof typeof FILES

export const TEXT_FONT = 'text'
export const WORLD_FONT = 'world'

/** Font families as pdfmake wants them: names of files in its virtual file system. */
export const FONT_FAMILIES = {
  [TEXT_FONT]: { normal: 'text-normal', bold: 'text-bold' },
  [WORLD_FONT]: { normal: 'world-normal', bold: 'world-bold' },
}

// pdfkit brings its own fontkit: take that very one, so that the format registered below is known to it.
const fromPdfmake = createRequire(createRequire(import.meta.url).resolve('pdfmake'))
const fontkit = createRequire(fromPdfmake.resolve('pdfkit'))('fontkit') as Fontkit

const parsed = new Map<FontFile, ParsedFont>()

/** A font, parsed once in this thread: parsing is most of what a document would cost. */
export function parsedFont(name: FontFile): ParsedFont {
  let font = parsed.get(name)
  if (!font) {
    font = fontkit.create(readFileSync(fileURLToPath(import.meta.resolve(FILES[name]))))
    parsed.set(name, font)
  }
  return font
}

/**
 * Fonts draw, say, a Greek and a Cyrillic o with one glyph, and fontkit remembers the letter that came first; a
 * later document would give that letter to whoever copies its text. So every document begins without memory.
 */
export function freshFont(name: FontFile): ParsedFont {
  const font = parsedFont(name)
  font._glyphs = {}
  return font
}

const MARK = 'FINESTRA-FONT:'
const nameIn = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').slice(MARK.length) as FontFile

/** A "font file" of a few bytes that fontkit opens as the font we have already parsed. */
class ParsedFontFormat {
  static probe(bytes: Uint8Array): boolean {
    return bytes.length < 64 && Buffer.from(bytes).toString('latin1').startsWith(MARK)
  }
  constructor(stream: { buffer: Uint8Array }) {
    return freshFont(nameIn(stream.buffer))
  }
}
fontkit.registerFormat(ParsedFontFormat)

/** What to put into pdfmake's virtual file system: one mark for each font. */
export const fontMarks = (): [name: string, bytes: Buffer][] =>
  Object.keys(FILES).map((name) => [name, Buffer.from(MARK + name, 'latin1')])
