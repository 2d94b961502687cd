import { compileProcess } from '#engine/index'
import { forBpmnEngine, longProcess } from '#tests/bench/engine/drawn'
import { cpuOfEach } from '#tests/bench/engine/during'
import { readByOther } from '#tests/bench/engine/other'
import { median, table } from '#tests/bench/statistics'
import { unwrap } from '#core/result'

/** Elements, and every how many a gateway: a process may have 2,000 elements and arrows together. */
const SIZES: [number, number][] = [
  [11, 3],
  [100, 3],
  [1000, 990],
]

/** What CPU a drawing takes to be ready to run, checked in full by us. */
export async function benchCompile({ rounds, seconds }: { rounds: number; seconds: number }): Promise<void> {
  const rows: string[][] = []
  for (const [size, every] of SIZES) {
    const xml = longProcess(size, every)
    const own = async () => unwrap(await compileProcess({ file: 'process.bpmn', xml }))
    const elsewhere = forBpmnEngine(xml)
    const times: [number, number][] = []
    for (let round = 0; round <= rounds; round += 1) {
      const time: [number, number] = [
        await cpuOfEach(seconds, own),
        await cpuOfEach(seconds, () => readByOther(elsewhere)),
      ]
      if (round > 0) times.push(time)
    }
    const [ours, theirs] = [median(times.map(([one]) => one)), median(times.map(([, one]) => one))]
    rows.push([String(size), ours.toFixed(1), theirs.toFixed(1), (ours / theirs).toFixed(2)])
  }
  const head = ['elements', 'CPU ms to compile', 'bpmn-engine', 'of it']
  console.log(`\nCompiling, medians of ${rounds} rounds\n${table(head, rows)}`)
}
