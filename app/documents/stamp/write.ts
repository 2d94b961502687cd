import { xmpPacket, type DocumentFacts } from '#documents/pdf/metadata'
import { FOOT, INK, PAGE, SIZE } from '#documents/pdf/theme'
import type { Imprint } from '#documents/domain/imprint'
import { pdfDate, pdfText } from '#documents/seal/pdf_signature'
import { streamObject } from '#documents/seal/pdf_update'
import type { DrawnPage, DrawnText } from '#documents/stamp/canvas'
import { Unstampable, widthOf } from '#documents/stamp/metrics'
import type { QuickQr } from '#documents/stamp/quick_qr'
import type { StampTemplate } from '#documents/stamp/template'
import type { WholeFonts } from '#documents/stamp/whole_fonts'

const n = (value: number): number => Math.round(value * 100) / 100

const colours = new Map<string, string>()

/** `0.04 0.31 0.42`, as the operators rg and RG take it. */
export function rgb(color: string): string {
  let operands = colours.get(color)
  if (!operands) {
    operands = [1, 3, 5].map((i) => n(parseInt(color.slice(i, i + 2), 16) / 255)).join(' ')
    colours.set(color, operands)
  }
  return operands
}

function hexOf(text: string, glyphs: string[]): string {
  let hex = ''
  for (let i = 0; i < text.length; i += 1) {
    const glyph = glyphs[text.charCodeAt(i)]
    if (!glyph) throw new Unstampable('no glyph')
    hex += glyph
  }
  return hex
}

/** Lines of text as the operators that draw them. */
export function textOperators(texts: DrawnText[], fonts: WholeFonts): string {
  let operators = 'BT\n'
  let font = ''
  let color = ''
  for (const line of texts) {
    const wanted = line.bold ? fonts.bold : fonts.normal
    const setFont = `/${wanted.name} ${line.size} Tf`
    if (setFont !== font) operators += `${(font = setFont)}\n`
    if (line.color !== color) operators += `${rgb((color = line.color))} rg\n`
    operators += `1 0 0 1 ${n(line.x)} ${n(PAGE.height - line.y)} Tm <${hexOf(line.text, wanted.glyphs)}> Tj\n`
  }
  return `${operators}ET\n`
}

/** The body of one page: what was laid out, then the foot that all pages share. */
export function bodyObject({ texts, boxes }: DrawnPage, template: StampTemplate): Buffer {
  let operators = 'Q\n'
  for (const { x, y, width, height, color } of boxes)
    operators += `${rgb(color)} rg ${n(x)} ${n(PAGE.height - y - height)} ${n(width)} ${n(height)} re f\n`
  return streamObject(
    '',
    Buffer.from(`${operators}${textOperators(texts, template.fonts)}/Foot Do\n`, 'latin1')
  )
}

/** The QR as an inline image mask: one bit a module, dark ones painted. */
function qrOperators(qr: QuickQr, url: string): string {
  const modules = qr.draw(url)
  const stride = Math.ceil(qr.size / 8)
  const bits = Buffer.alloc(stride * qr.size)
  for (let row = 0; row < qr.size; row += 1)
    for (let column = 0; column < qr.size; column += 1)
      if (modules[row * qr.size + column]) {
        const at = row * stride + (column >> 3)
        bits[at] = (bits[at] as number) | (0x80 >> (column & 7))
      }
  const { x, y, size } = FOOT.qr
  return `q ${rgb(INK)} rg ${size} 0 0 ${size} ${x} ${n(PAGE.height - y - size)} cm
BI /W ${qr.size} /H ${qr.size} /IM true /BPC 1 /D [1 0] /F /AHx ID
${bits.toString('hex')}>
EI Q
`
}

const BOX = FOOT.stamp
/** A rounded frame: corners of radius 3 as Bézier curves. */
const FRAME = (() => {
  const [left, right] = [BOX.x, BOX.x + BOX.width]
  const [top, bottom] = [PAGE.height - BOX.y, PAGE.height - BOX.y - BOX.height]
  const [r, k] = [3, 3 * 0.4477]
  return [
    [left + r, top, 'm'],
    [right - r, top, 'l'],
    [right - k, top, right, top - k, right, top - r, 'c'],
    [right, bottom + r, 'l'],
    [right, bottom + k, right - k, bottom, right - r, bottom, 'c'],
    [left + r, bottom, 'l'],
    [left + k, bottom, left, bottom + k, left, bottom + r, 'c'],
    [left, top - r, 'l'],
    [left, top - k, left + k, top, left + r, top, 'c'],
  ]
    .map((operation) => operation.map((part) => (typeof part === 'number' ? n(part) : part)).join(' '))
    .join(' ')
})()

/** The foot of every page as one form: QR, code, stamp of the register. */
export function footObject(
  imprint: Pick<Imprint, 'url' | 'code' | 'stamp'>,
  colour: string,
  qr: QuickQr,
  template: StampTemplate
): Buffer {
  const { fonts } = template
  const { stamp } = imprint
  const line = (
    text: string,
    x: number,
    top: number,
    size: number,
    bold: boolean,
    color: string
  ): DrawnText => ({
    text,
    x,
    y: top + size,
    size,
    bold,
    color,
  })
  const centred = (text: string, top: number, size: number, bold = false): DrawnText => {
    const width = widthOf(text, size, bold)
    if (width > BOX.width - 8) throw new Unstampable('too wide for the stamp of the register')
    return line(text, BOX.x + (BOX.width - width) / 2, BOX.y + top, size, bold, colour)
  }
  const texts = [line(imprint.code, FOOT.textX, FOOT.codeY, SIZE.label + 0.5, true, INK)]
  let operators = qrOperators(qr, imprint.url)
  if (stamp) {
    operators += `${rgb(colour)} RG 1 w ${FRAME} s\n`
    texts.push(
      centred(stamp.title, 5, 7.4),
      centred(stamp.number, 15.5, 12, true),
      centred(stamp.at, 32, 8.2)
    )
  }
  const { normal, bold } = fonts
  return streamObject(
    `/Type /XObject /Subtype /Form /BBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /${normal.name} ${normal.object} 0 R /${bold.name} ${bold.object} 0 R >> >>`,
    Buffer.from(operators + textOperators(texts, fonts), 'latin1')
  )
}

/** Title, author and date of this very document, in both places where a PDF keeps them. */
export function aboutObjects(facts: DocumentFacts): { information: string; metadata: Buffer } {
  return {
    information: `<< /Producer (Finestra) /Creator (Finestra) /CreationDate ${pdfDate(facts.createdAt)} /Title ${pdfText(facts.title)} /Author ${pdfText(facts.author)} >>`,
    metadata: streamObject('/Type /Metadata /Subtype /XML', Buffer.from(xmpPacket(facts), 'utf8')),
  }
}
