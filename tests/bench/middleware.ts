import app from '@adonisjs/core/services/app'
import { load, type Shot } from '#tests/bench/load'
import { cpuOf } from '#tests/bench/meters'
import { signIn } from '#tests/bench/road'
import { median } from '#tests/bench/statistics'
import { benchTowns } from '#tests/bench/towns'
import { startWeb, type Web } from '#tests/bench/web'

const ROUNDS = 5
const REQUESTS = 4000

async function cpuARequest(web: Web, shot: Shot): Promise<number> {
  const before = cpuOf(web.pids)
  await load(
    web.port,
    16,
    Array.from({ length: REQUESTS }, () => shot)
  )
  return (cpuOf(web.pids) - before) / REQUESTS
}

/**
 * What all that stands before a page costs: town, language, sealed session, view, gate, shield, citizen. The page is
 * a redirection, since whoever signed in in one town is nobody in another.
 */
export async function benchMiddleware(): Promise<void> {
  const { towns } = await benchTowns(2)
  const env = { ...process.env } as Record<string, string>
  const house = await startWeb(app.makePath('bin/server.ts'), env)
  const bare = await startWeb(app.makePath('tests/bench/floor/redirect.ts'), env)
  const { cookie } = await signIn(house.port, towns[0]!)
  const shot: Shot = { method: 'GET', path: '/folder', host: towns[1]!.host, cookie, body: '' }
  const rounds: [number, number][] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const figures: [number, number] = [await cpuARequest(house, shot), await cpuARequest(bare, shot)]
    if (round > 0) rounds.push(figures)
  }
  const [own, floor] = [median(rounds.map(([a]) => a)), median(rounds.map(([, b]) => b))]
  console.log(
    `\nMiddleware of a page: ${own.toFixed(3)} ms CPU a request, node:http alone ${floor.toFixed(3)}: ${(own - floor).toFixed(3)} more`
  )
}
