import type { Content } from '#documents/pdf/pdfmake_types'
import { sha256Hex } from '#core/digest'
import type { Imprint, Letterhead } from '#documents/domain/imprint'
import { fixedFootNode, headNode, imagesOf, pageNode } from '#documents/pdf/frame'
import { commonDefinition, layOut } from '#documents/pdf/render'
import { objectText, pageNumbers, readPdf, type PdfFile } from '#documents/seal/pdf_file'
import { unsigned, type Unsigned } from '#documents/seal/pdf_signature'
import { pdfUpdate, streamObject, type PdfObjects } from '#documents/seal/pdf_update'
import { addSignatureField } from '#documents/seal/signature_field'
import { REPERTOIRE } from '#documents/stamp/metrics'
import { type WholeFonts, wholeFonts } from '#documents/stamp/whole_fonts'

/** What all stamped documents of a town, language and number of pages have in common. */
export interface TemplateFacts {
  letterhead: Letterhead
  imprint: Pick<Imprint, 'codeLabel' | 'addressLabel' | 'address' | 'sealed' | 'pageLabel' | 'lacking'>
  language: string
  pages: number
}

/** A PDF rendered once, with places for what each document adds. Kept in memory; its bytes are stored once. */
export interface StampTemplate {
  /** SHA-256 of the bytes: which template a stored update belongs to. */
  digest: string
  bytes: Buffer
  base: Omit<PdfFile, 'bytes'> & { length: number }
  unsigned: Unsigned
  fonts: WholeFonts
  /** Numbers of the objects that a stamp writes. */
  objects: { bodies: number[]; foot: number; signature: number; information: number; metadata: number }
}

/** All templates of one town must come out alike in every process, so they carry no time of their own. */
const TIMELESS = '2026-01-01T00:00:00Z'

/** Renders the letterhead on empty pages, then prepares them for stamps by an update of their own. */
export async function stampTemplate(facts: TemplateFacts): Promise<StampTemplate> {
  const { letterhead, imprint, language, pages } = facts
  const blank: Content[] = Array.from({ length: pages }, (_, i) => ({
    text: ' ',
    pageBreak: i ? 'before' : undefined,
  }))
  let fonts: WholeFonts | undefined
  const rendered = await layOut(
    {
      ...commonDefinition(language),
      images: imagesOf(letterhead),
      background: () => [headNode(letterhead), fixedFootNode(imprint)],
      footer: (page, of) => pageNode(imprint, page, of),
      content: blank,
    },
    { title: letterhead.name, author: letterhead.name, createdAt: TIMELESS },
    (document) => {
      fonts = wholeFonts(document, REPERTOIRE)
    }
  )
  return prepare(rendered, fonts as WholeFonts)
}

/** The resources of a page and the foot among them, beside the coat of arms where there is one. */
const withFoot = (resources: string, foot: number): string =>
  resources.includes('/XObject <<')
    ? resources.replace('/XObject <<', `/XObject << /Foot ${foot} 0 R`)
    : resources.replace(/>>$/, `/XObject << /Foot ${foot} 0 R >>\n>>`)

function prepare(rendered: Buffer, fonts: WholeFonts): StampTemplate {
  const file = readPdf(rendered)
  const objects: PdfObjects = new Map()
  const signature = addSignatureField(file, objects)
  const save = signature + 1
  const foot = save + 1
  objects.set(save, streamObject('', Buffer.from('q')))
  const bodies = pageNumbers(file).map((page, i) => {
    const body = foot + 1 + i
    const text = (objects.get(page) as string | undefined) ?? objectText(file, page)
    // pdfkit turns the page upside down and leaves it so: its content is saved around, the body restores.
    objects.set(page, text.replace(/\/Contents (\d+) 0 R/, `/Contents [${save} 0 R $1 0 R ${body} 0 R]`))
    const resources = Number(text.match(/\/Resources (\d+) 0 R/)?.[1])
    objects.set(resources, withFoot(objectText(file, resources), foot))
    return body
  })
  const metadata = Number(objectText(file, file.root).match(/\/Metadata (\d+) 0 R/)?.[1])
  const { delta } = pdfUpdate({ ...file, length: rendered.length }, objects)
  const bytes = Buffer.concat([rendered, delta])
  const { bytes: _, ...base } = readPdf(bytes)
  return {
    digest: sha256Hex(bytes),
    bytes,
    base: { ...base, length: bytes.length },
    unsigned: unsigned(bytes),
    fonts,
    objects: { bodies, foot, signature, information: file.info, metadata },
  }
}
