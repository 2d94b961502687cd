import { objectText, pageNumbers, type PdfFile } from '#documents/seal/pdf_file'
import { withEntry, type PdfObjects } from '#documents/seal/pdf_update'

/**
 * Gives a PDF an invisible signature field whose value is an object yet to be written; answers that object's
 * number. PDF/A lets a widget without area do without an appearance; it must print and must not be hidden.
 */
export function addSignatureField(file: PdfFile, objects: PdfObjects): number {
  const widget = Math.max(file.size, ...[...objects.keys()].map((number) => number + 1))
  const value = widget + 1
  const [page] = pageNumbers(file)
  if (page === undefined) throw new Error('a PDF without pages cannot be signed')
  const within = (number: number) => (objects.get(number) as string | undefined) ?? objectText(file, number)
  objects.set(file.root, withEntry(within(file.root), `/AcroForm << /Fields [${widget} 0 R] /SigFlags 3 >>`))
  objects.set(page, withEntry(within(page), `/Annots [${widget} 0 R]`))
  objects.set(
    widget,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /F 132 /Rect [0 0 0 0] /P ${page} 0 R /V ${value} 0 R >>`
  )
  return value
}
