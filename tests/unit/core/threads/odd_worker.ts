/** A thread whose jobs behave badly. */
import { serve } from '#core/threads/serve'

export type OddJob = 'answers' | 'fails' | 'loops' | 'hoards' | 'ends'

const hoard: unknown[] = []

serve(async (job: OddJob) => {
  if (job === 'fails') throw new TypeError('no')
  if (job === 'loops') for (;;) hoard.length = 0
  if (job === 'hoards') for (;;) hoard.push(new Array(10_000).fill(Math.random()))
  if (job === 'ends') process.exit(3)
  return { value: 'done' }
})
