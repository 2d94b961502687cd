/** The thread that renders letters. */
import { serve } from '#core/threads/serve'
import { type PdfJob, renderPdf } from '#documents/pdf/render'

serve(async (job: PdfJob) => {
  const value = new Uint8Array(await renderPdf(job))
  return { value, transfer: [value.buffer] }
})
