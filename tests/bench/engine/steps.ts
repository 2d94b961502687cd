import { NESTED, P90, SMALL, forBpmnEngine } from '#tests/bench/engine/drawn'
import { cpuOfEach } from '#tests/bench/engine/during'
import { OtherEngine } from '#tests/bench/engine/other'
import { answered, begun, graphOf } from '#tests/bench/engine/own'
import { median, table } from '#tests/bench/statistics'

const PROCESSES: [string, string][] = [
  ['5 elements', SMALL],
  ['15 elements', P90],
  ['13, with a part and terms', NESTED],
]

const micro = (ms: number) => (ms * 1000).toFixed(1)

/** What a step costs without any store, from text to text, and how large what it writes is: both at the first task. */
export async function benchSteps({ rounds, seconds }: { rounds: number; seconds: number }): Promise<void> {
  const rows: string[][] = []
  for (const [name, xml] of PROCESSES) {
    const graph = await graphOf(xml)
    const other = await OtherEngine.of(forBpmnEngine(xml))
    const own = JSON.stringify(begun(graph))
    // it starts what has a timer and cannot be told apart what waits, so its step is measured where a task waits alone
    const steps = xml === NESTED ? 0 : rounds
    const costs: [number, number][] = []
    for (let round = 0; round <= steps && steps > 0; round += 1) {
      const cost: [number, number] = [
        await cpuOfEach(seconds, () => answered(graph, own)),
        await cpuOfEach(seconds, () => other.signal(other.begun)),
      ]
      if (round > 0) costs.push(cost)
    }
    const [ours, theirs] = [median(costs.map(([one]) => one)), median(costs.map(([, one]) => one))]
    rows.push([
      name,
      ...(steps > 0 ? [micro(ours), micro(theirs), `${(theirs / ours).toFixed(0)} ×`] : ['', '', '']),
      String(own.length),
      String(other.begun.length),
      (other.begun.length / own.length).toFixed(1),
    ])
  }
  const head = ['', 'CPU µs a step', 'bpmn-engine', 'ratio', 'state B', 'bpmn-engine', 'ratio']
  console.log(`\nThe step alone, medians of ${rounds} rounds\n${table(head, rows)}`)
}
