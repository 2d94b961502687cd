import { statfs } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { numbersIn, option } from '#tests/bench/options'
import { measure, prepareGround } from '#tests/bench/road'
import { reportRoad, type Line } from '#tests/bench/road_report'
import { BYTES_A_CASE, seedCases } from '#tests/bench/scale_seed'

const STEPS = [100_000, 1_000_000]
const ROUNDS = 5
const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(0)} GB`

async function assertDisk(cases: number): Promise<void> {
  const need = cases * BYTES_A_CASE
  const { bavail, bsize } = await statfs(app.makePath('.'))
  console.log(
    `${cases.toLocaleString('en')} cases need about ${gigabytes(need)}; ${gigabytes(bavail * bsize)} are free`
  )
  if (need > bavail * bsize)
    throw new Error('The disk is too small. Ask for fewer cases: npm run bench -- scale 100000')
}

/** The road again with the tables full: `scale` for 10^5 and 10^6 cases, `scale 10000000` for so many. */
export async function benchScale(args: string[]): Promise<void> {
  const asked = numbersIn(args).sort((a, b) => a - b)
  const steps = asked.length > 0 ? asked : STEPS
  const rounds = Number(option(args, 'rounds') ?? ROUNDS)
  await assertDisk(steps.at(-1)!)
  const ground = await prepareGround()
  let seeded = 0
  for (const cases of [0, ...steps]) {
    const began = Date.now()
    if (cases > 0) {
      await seedCases(ground.towns, ground.facts, seeded, cases)
      seeded = cases
    }
    const lines: Line[] = []
    for (let round = 0; round <= rounds; round += 1)
      for (const concurrency of [16, 64])
        for (const variant of ['F2', 'house'] as const) {
          const run = await measure(variant, ground, ground.towns, concurrency, { counted: round === 1 })
          if (round > 0) lines.push({ towns: ground.towns.length, concurrency, variant, run })
        }
    const filled = `seeded and measured in ${Math.round((Date.now() - began) / 1000)} s`
    console.log(`\n${cases.toLocaleString('en')} cases before it began (${filled})\n${reportRoad(lines)}`)
  }
}
