import type { SignaturePlace } from '#documents/pdf/signatures'
import type { CmsSigner } from '#documents/seal/cms'
import { objectText, pageNumbers, readPdf, type PdfFile } from '#documents/seal/pdf_file'
import { signatureObject, signUpdate, unsigned, type SignatureFacts } from '#documents/seal/pdf_signature'
import { pdfUpdate, withEntry, type PdfObjects } from '#documents/seal/pdf_update'
import { drawSignature, type Ink, inkText, readInk } from '#documents/seal/signature_look'

const widget = (name: string, page: number, rect: number[]) =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${name}) /F 132 /Rect [${rect.map((n) => n.toFixed(2)).join(' ')}] /P ${page} 0 R >>`

/**
 * A PDF with a field for each signature, where it will be shown, and an invisible one for the seal that follows them. All
 * fields stand before the first signature: whoever signs changes nothing but their own.
 */
export function withSignatureFields(bytes: Buffer, places: SignaturePlace[], ink: Ink): Buffer {
  const file = readPdf(bytes)
  const objects: PdfObjects = new Map()
  const [first] = pageNumbers(file) as [number]
  const fields = [...places, { page: first, rect: [0, 0, 0, 0] }].map(({ page, rect }, i) => {
    const number = file.size + i
    objects.set(number, widget(i < places.length ? `Signature${i + 1}` : 'Seal', page, rect))
    return { number, on: page }
  })
  for (const on of new Set(fields.map((field) => field.on))) {
    const own = fields.filter((field) => field.on === on).map(({ number }) => `${number} 0 R`)
    objects.set(on, withEntry(objectText(file, on), `/Annots [${own.join(' ')}]`))
  }
  const all = fields.map(({ number }) => `${number} 0 R`).join(' ')
  objects.set(
    file.root,
    withEntry(objectText(file, file.root), `/AcroForm << /Fields [${all}] /SigFlags 3 ${inkText(ink)} >>`)
  )
  return Buffer.concat([bytes, pdfUpdate({ ...file, length: bytes.length }, objects).delta])
}

/** The fields of a document that is to be signed, in their order; the last is the seal's. */
function fieldNumbers(file: PdfFile): number[] {
  const [, fields] = /\/AcroForm << \/Fields \[([^\]]*)\]/.exec(objectText(file, file.root)) ?? []
  if (!fields) throw new Error('the document has no fields for signatures')
  return [...fields.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
}

/** Whether a field of a document bears a signature, from 0. */
export function isFieldSigned(bytes: Buffer, field: number): boolean {
  try {
    const file = readPdf(bytes)
    return objectText(file, fieldNumbers(file)[field] as number).includes('/V ')
  } catch {
    return false
  }
}

/**
 * Signs a field of a document (PAdES baseline B): one update behind it, with the signature and, in a visible field, its
 * words. What was signed before stays signed, byte by byte.
 */
export function signField(
  bytes: Buffer,
  field: number | 'seal',
  signer: CmsSigner,
  facts: SignatureFacts,
  lines: string[] = []
): Buffer {
  const file = readPdf(bytes)
  const number = fieldNumbers(file).at(field === 'seal' ? -1 : field) as number
  const text = objectText(file, number)
  if (text.includes('/V ')) throw new Error(`field ${field} of the document is signed already`)
  const [value, look] = [file.size, file.size + 1]
  const objects: PdfObjects = new Map([[value, signatureObject(facts, signer.maxLength)]])
  const shown = lines.length > 0
  objects.set(number, withEntry(text, `/V ${value} 0 R${shown ? ` /AP << /N ${look} 0 R >>` : ''}`))
  if (shown) objects.set(look, drawSignature(lines, rectOf(text), readInk(objectText(file, file.root))))
  const { delta, startOf } = pdfUpdate({ ...file, length: bytes.length }, objects)
  signUpdate(unsigned(bytes), delta, startOf.get(value) as number, signer)
  return Buffer.concat([bytes, delta])
}

const rectOf = (text: string): SignaturePlace['rect'] =>
  (/\/Rect \[([^\]]*)\]/.exec(text)?.[1] ?? '').split(' ').map(Number) as SignaturePlace['rect']
