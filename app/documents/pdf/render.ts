import pdfmake from 'pdfmake'
import type { Definition } from '#documents/pdf/pdfmake_types'
import type { Imprint, Letterhead } from '#documents/domain/imprint'
import type { Sheet } from '#documents/domain/sheet'
import { FONT_FAMILIES, fontMarks, TEXT_FONT } from '#documents/pdf/fonts'
import { fixedFootNode, headNode, imagesOf, lackingNode, ownFootNode, pageNode } from '#documents/pdf/frame'
import { assertDrawn } from '#documents/pdf/drawn'
import { breaksBeforeHeading } from '#documents/pdf/heading_breaks'
import { blockNode } from '#documents/pdf/nodes'
import { describe, infoOf, type DocumentFacts, type PdfKitDocument } from '#documents/pdf/metadata'
import { type SignaturePlace, signaturePlaces } from '#documents/pdf/signatures'
import { lacksSigns } from '#documents/pdf/runs'
import { wordsOfSheet } from '#documents/domain/sheet_words'
import { textNode } from '#documents/pdf/text_node'
import { INK, LEADING, MARGIN, NATURAL_LEADING, SIZE } from '#documents/pdf/theme'
import { withSignatureFields } from '#documents/seal/signature_fields'
import { SIGNING_LETTERS } from '#documents/seal/signature_look'
import { type WholeFonts, wholeFonts } from '#documents/stamp/whole_fonts'

interface Pdfmake {
  virtualfs: { writeFileSync(name: string, bytes: Buffer): void }
  setFonts(fonts: typeof FONT_FAMILIES): void
  setUrlAccessPolicy(allow: (url: string) => boolean): void
  setLocalAccessPolicy(allow: (path: string) => boolean): void
  createPdf(definition: Definition): {
    getStream(): Promise<PdfKitDocument>
    getBuffer(): Promise<Buffer>
  }
}
const maker = pdfmake as unknown as Pdfmake

// A document may name no file and no address: pdfmake's own default would print any file it is asked for.
maker.setUrlAccessPolicy(() => false)
maker.setLocalAccessPolicy(() => false)
maker.setFonts(FONT_FAMILIES)
for (const [name, bytes] of fontMarks()) maker.virtualfs.writeFileSync(name, bytes)

/** Everything a PDF is made of, as plain data that crosses to a worker thread. */
export interface PdfJob {
  sheet: Sheet
  letterhead: Letterhead
  imprint: Imprint
  /** ISO instant, written into the file's metadata. */
  createdAt: string
}

/** Settings that every PDF of the house shares: PDF/A-2b, A4, our font and margins. */
export const commonDefinition = (language: string): Omit<Definition, 'content'> => ({
  version: '1.7',
  subset: 'PDF/A-2b' as never,
  displayTitle: true,
  language,
  pageSize: 'A4',
  pageMargins: [MARGIN.left, MARGIN.top, MARGIN.right, MARGIN.bottom],
  defaultStyle: { font: TEXT_FONT, fontSize: SIZE.text, color: INK, lineHeight: LEADING / NATURAL_LEADING },
})

/** Lays out a definition and gives the pdfkit document just before it ends, for what pdfmake cannot say. */
export async function layOut(
  definition: Definition,
  about: DocumentFacts,
  before: (document: PdfKitDocument) => void = () => {}
): Promise<Buffer> {
  const pdf = maker.createPdf({ ...definition, info: infoOf(about) })
  const document = await pdf.getStream()
  describe(document, about)
  before(document)
  return pdf.getBuffer()
}

/** A finished PDF/A-2b document, still without its seal; refused if a word of its sheet found no place. */
export async function renderPdf({ sheet, letterhead, imprint, createdAt }: PdfJob): Promise<Buffer> {
  const { colour } = letterhead
  let places: SignaturePlace[] = []
  let fonts: WholeFonts | null = null
  const bytes = await layOut(
    {
      ...commonDefinition(sheet.language),
      images: imagesOf(letterhead),
      background: () => [headNode(letterhead), fixedFootNode(imprint), ownFootNode(imprint, colour)],
      pageBreakBefore: breaksBeforeHeading,
      footer: (page, pages) => pageNode(imprint, page, pages),
      content: [
        textNode(sheet.title, { fontSize: SIZE.title, bold: true, margin: [0, 0, 0, 8] }),
        ...sheet.blocks.map((block) => blockNode(block, colour)),
        ...(wordsOfSheet(sheet).some(lacksSigns) ? [lackingNode(imprint)] : []),
      ],
    },
    { title: sheet.title, author: letterhead.name, createdAt },
    (document) => {
      assertDrawn(document, sheet)
      places = signaturePlaces(document)
      if (places.length > 0) fonts = wholeFonts(document, SIGNING_LETTERS)
    }
  )
  return fonts ? withSignatureFields(bytes, places, fonts) : bytes
}
