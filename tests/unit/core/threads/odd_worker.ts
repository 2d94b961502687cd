/** A thread whose jobs behave badly. */
import { serve } from '#core/threads/serve'

export type OddJob = 'answers' | 'digs' | 'fails' | 'loops' | 'hoards' | 'keeps' | 'ends'

const dig = (depth: number): number => dig(depth + 1) + 1
const hoard: unknown[] = []

serve(async (job: OddJob) => {
  if (job === 'fails') throw new TypeError('no')
  if (job === 'digs') dig(0)
  if (job === 'loops') for (;;) hoard.length = 0
  if (job === 'hoards') for (;;) hoard.push(new Array(10_000).fill(Math.random()))
  if (job === 'keeps') {
    for (let n = 0; n < 500; n += 1) hoard.push(new Array(10_000).fill(n))
    // long enough to be looked at
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
  }
  if (job === 'ends') process.exit(3)
  return { value: 'done' }
})
