import { cpuOf, readDatabase } from '#tests/bench/meters'
import { quantile } from '#tests/bench/statistics'

export interface Moves {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Milliseconds of CPU a move, of this process and of the database. */
  cpuOwn: number
  cpuDatabase: number
}

/** Moves for so many seconds over so many lanes, each its next when the last was done. */
export async function during(
  seconds: number,
  lanes: number,
  move: (lane: number) => Promise<void>
): Promise<Moves> {
  const { serverPid } = await readDatabase('at once')
  const [database, own] = [cpuOf([serverPid]), process.cpuUsage()]
  const latencies: number[] = []
  const began = performance.now()
  const end = began + seconds * 1000
  const run = async (lane: number) => {
    for (let sent = performance.now(); sent < end; sent = performance.now()) {
      await move(lane)
      latencies.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)))
  const took = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(own)
  return {
    perSecond: latencies.length / took,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    cpuOwn: (user + system) / 1000 / latencies.length,
    cpuDatabase: (cpuOf([serverPid]) - database) / latencies.length,
  }
}

/** Milliseconds of CPU of one call, the mean over so many seconds. */
export async function cpuOfEach(seconds: number, work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  let done = 0
  for (const end = performance.now() + seconds * 1000; performance.now() < end; done += 1) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / done
}
