import type { CmsSigner } from '#documents/seal/cms'
import { readPdf } from '#documents/seal/pdf_file'
import { signatureObject, signUpdate, unsigned, type SignatureFacts } from '#documents/seal/pdf_signature'
import { pdfUpdate, type PdfObjects } from '#documents/seal/pdf_update'
import { addSignatureField } from '#documents/seal/signature_field'

/** The same PDF sealed (PAdES baseline B): one update behind it with a signature that covers every byte. */
export function sealPdf(bytes: Buffer, signer: CmsSigner, facts: SignatureFacts): Buffer {
  const file = readPdf(bytes)
  const objects: PdfObjects = new Map()
  const value = addSignatureField(file, objects)
  objects.set(value, signatureObject(facts, signer.maxLength))
  const { delta, startOf } = pdfUpdate({ ...file, length: bytes.length }, objects)
  signUpdate(unsigned(bytes), delta, startOf.get(value) as number, signer)
  return Buffer.concat([bytes, delta])
}
