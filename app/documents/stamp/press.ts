import type { PdfJob } from '#documents/pdf/render'
import type { CmsSigner } from '#documents/seal/cms'
import { sealPdf } from '#documents/seal/seal_pdf'
import { wholePdf, type Stamp, type StampJob } from '#documents/stamp/stamp'

/** A sealed document. `template` and `delta` are given when only the delta needs storing. */
export interface SealedPdf {
  bytes: Buffer
  template: { digest: string; bytes: Buffer } | null
  delta: Buffer | null
}

/**
 * A sealed PDF by the fast road where it can go, else by pdfmake: the same sheet, so the same facts.
 * `render` is the pool's or, in a test, the renderer itself.
 */
export async function pressPdf(
  stamp: Stamp,
  signer: CmsSigner,
  job: StampJob,
  render: (job: PdfJob) => Promise<Buffer>
): Promise<SealedPdf> {
  const stamped = await stamp.press(job, signer)
  if (stamped) return { bytes: wholePdf(stamped), template: stamped.template, delta: stamped.delta }
  const { sheet, imprint, createdAt, reason } = job
  const { letterhead } = stamp
  const pdf = await render({ sheet, imprint, letterhead, createdAt })
  const bytes = sealPdf(pdf, signer, { name: letterhead.name, signedAt: createdAt, reason })
  return { bytes, template: null, delta: null }
}
