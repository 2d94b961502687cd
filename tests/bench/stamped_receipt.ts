/**
 * CPU of one signed receipt, by both roads and interleaved:
 * `node --import=@poppinss/ts-exec tests/bench/stamped_receipt.ts`
 */
import { cpus } from 'node:os'
import { fixedImprint } from '#documents/domain/make_imprint'
import { renderPdf } from '#documents/pdf/render'
import { sealPdf } from '#documents/seal/seal_pdf'
import { Stamp } from '#documents/stamp/stamp'
import { letterhead, receiptJob, signer, VERIFY, writingIn } from '../unit/documents/support.ts'

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

await cpuOf(500, stamped)
await cpuOf(10, laidOut)
const rounds: [number, number][] = []
for (let round = 0; round < ROUNDS; round += 1)
  rounds.push([await cpuOf(1000, stamped), await cpuOf(20, laidOut)])

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
const [fast, slow] = [median(rounds.map(([a]) => a)), median(rounds.map(([, b]) => b))]
const delta = (await stamped(1))?.delta.length
console.log(`${cpus()[0]?.model}, Node ${process.version}, medians of ${ROUNDS} rounds`)
console.log(
  `stamped and signed   ${fast.toFixed(3)} ms CPU   ${Math.round(1000 / fast)} a CPU-second   ${delta} bytes to store`
)
console.log(
  `pdfmake and signed   ${slow.toFixed(3)} ms CPU   (fonts parsed once)   ratio ${(slow / fast).toFixed(1)}`
)
