/** The thread that renders letters: one job at a time, answers with the bytes or with the reason why not. */
import { parentPort } from 'node:worker_threads'
import { renderPdf, type PdfJob } from '#documents/pdf/render'

parentPort?.on('message', async (job: PdfJob) => {
  try {
    const pdf = await renderPdf(job)
    const bytes = new Uint8Array(pdf)
    parentPort?.postMessage({ bytes }, [bytes.buffer])
  } catch (error) {
    parentPort?.postMessage({ error: String(error) })
  }
})
