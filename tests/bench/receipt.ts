import { fixedImprint } from '#documents/domain/make_imprint'
import { renderPdf } from '#documents/pdf/render'
import { sealPdf } from '#documents/seal/seal_pdf'
import { Stamp } from '#documents/stamp/stamp'
import { letterhead, receiptJob, signer, VERIFY, writingIn } from '../unit/documents/support.js'

import { median } from '#tests/bench/statistics'

const ROUNDS = 7
const stamp = new Stamp({ letterhead, language: 'es', imprint: fixedImprint(VERIFY, writingIn('es')) })
const number = (i: number) => ({ entryNumber: `2026-E-RE-${String(i).padStart(6, '0')}` })

/** Milliseconds of CPU (user and system, all threads) that one run takes, over many. */
async function cpuOf(times: number, run: (i: number) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  for (let i = 0; i < times; i += 1) await run(i)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}

const stamped = (i: number) => stamp.press(receiptJob(number(i)), signer)
const laidOut = async (i: number) => {
  const { reason, ...job } = receiptJob(number(i))
  return sealPdf(await renderPdf({ ...job, letterhead }), signer, {
    name: letterhead.name,
    signedAt: job.createdAt,
    reason,
  })
}

/** CPU of one signed receipt, by the stamp and by pdfmake, interleaved. */
export async function benchReceipt(): Promise<void> {
  await cpuOf(500, stamped)
  await cpuOf(10, laidOut)
  const rounds: [number, number][] = []
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push([await cpuOf(1000, stamped), await cpuOf(20, laidOut)])
  const [fast, slow] = [median(rounds.map(([a]) => a)), median(rounds.map(([, b]) => b))]
  const delta = (await stamped(1))?.delta.length
  console.log(
    `\nA signed receipt, stamped: ${fast.toFixed(3)} ms CPU, ${Math.round(1000 / fast)} a CPU-second, ${delta} bytes to store`
  )
  console.log(
    `The same laid out by pdfmake with its fonts kept: ${slow.toFixed(1)} ms CPU, ${(slow / fast).toFixed(0)} times as much`
  )
}
