import type { SignaturePlace } from '#documents/pdf/signatures'
import { HAIRLINE, INK, PAGE, QUIET, SIZE } from '#documents/pdf/theme'
import { streamObject } from '#documents/seal/pdf_update'
import { lineHeight, type DrawnText } from '#documents/stamp/canvas'
import { linesOf, REPERTOIRE } from '#documents/stamp/metrics'
import type { WholeFont, WholeFonts } from '#documents/stamp/whole_fonts'
import { rgb, textOperators } from '#documents/stamp/write'

/** What the words of signatures are written with: the fonts of the document they come into. */
export type Ink = WholeFonts

/** The letters that a document is given for the names of whoever will sign it: Latin ones, and our signs. */
export const SIGNING_LETTERS = REPERTOIRE.filter((letter) => letter < '\u0180' || '–—‘’“”·€'.includes(letter))

const hex = (code: number) => code.toString(16).padStart(4, '0')

const glyphPairs = ({ glyphs }: WholeFont) =>
  SIGNING_LETTERS.map((letter) => hex(letter.charCodeAt(0)) + glyphs[letter.charCodeAt(0)]).join('')

const fontText = (name: string, font: WholeFont) =>
  `/${name} << /Name /${font.name} /Font ${font.object} 0 R /Glyphs <${glyphPairs(font)}> >>`

/** The ink as an entry of the form, so that the document itself says how it is written on. */
export const inkText = ({ normal, bold }: Ink): string =>
  `/FinestraInk << ${fontText('Normal', normal)} ${fontText('Bold', bold)} >>`

/** The ink of a document, from the text of its form. */
export function readInk(form: string): Ink {
  const read = (name: string): WholeFont => {
    const found = new RegExp(`/${name} << /Name /(\\w+) /Font (\\d+) 0 R /Glyphs <(\\w+)>`).exec(form)
    if (!found) throw new Error('the document has no ink for signatures')
    const glyphs: string[] = []
    for (const [, code = '', glyph = ''] of (found[3] as string).matchAll(/(\w{4})(\w{4})/g))
      glyphs[parseInt(code, 16)] = glyph
    return { name: found[1] as string, object: Number(found[2]), glyphs }
  }
  return { normal: read('Normal'), bold: read('Bold') }
}

/** A name in letters that the ink has: without its marks where need be. The signature itself has the true one. */
const legible = (text: string, { glyphs }: WholeFont) =>
  [...text]
    .map((letter) => {
      const plain = letter.normalize('NFD').charAt(0)
      return glyphs[letter.charCodeAt(0)] ? letter : glyphs[plain.charCodeAt(0)] ? plain : '?'
    })
    .join('')

const SIZES = [SIZE.label, SIZE.small, 7.5, 6.5, 5.5]
const PADDING = 5

/** The words of a signature in its place: the first line is who signs. In coordinates of the page, as its box is. */
export function drawSignature(
  lines: string[],
  [left, bottom, right, top]: SignaturePlace['rect'],
  ink: Ink
): Buffer {
  const [width, height] = [right - left, top - bottom]
  const laid = (size: number) =>
    lines.flatMap((line, i) => {
      const bold = i === 0
      const text = legible(line, bold ? ink.bold : ink.normal)
      return linesOf(text, size, bold, width - 2 * PADDING).map((piece) => ({ text: piece, bold }))
    })
  const size = SIZES.find((one) => laid(one).length * lineHeight(one) <= height - PADDING) ?? SIZES.at(-1)!
  const texts = laid(size).map(({ text, bold }, i): DrawnText => {
    const y = PAGE.height - top + PADDING / 2 + size + i * lineHeight(size)
    return { text, bold, size, color: bold ? INK : QUIET, x: left + PADDING, y }
  })
  const frame = `${rgb(HAIRLINE)} RG 0.7 w ${left + 0.5} ${bottom + 0.5} ${width - 1} ${height - 1} re S\n`
  const fonts = [ink.normal, ink.bold].map(({ name, object }) => `/${name} ${object} 0 R`).join(' ')
  return streamObject(
    `/Type /XObject /Subtype /Form /BBox [${left} ${bottom} ${right} ${top}] /Resources << /Font << ${fonts} >> >>`,
    Buffer.from(`q\n${frame}${textOperators(texts, ink)}Q`, 'latin1')
  )
}
