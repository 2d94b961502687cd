/** What a process counts of itself, for whoever watches over the house. Nothing here names a person or a town. */
export type Labels = Record<string, string>

export interface Sample {
  /** What is added to the name: `_bucket`, `_sum`, `_count` of a histogram. */
  suffix?: string
  labels?: Labels
  value: number
}

export interface Family {
  name: string
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  samples: Sample[]
}

const families = new Map<string, () => Family>()

/** All that this process has counted so far. */
export const collectMetrics = (): Family[] => [...families.values()].map((collect) => collect())

const keyOf = (values: string[]) => values.join('\u0000')
const labelsOf = (names: string[], key: string): Labels => {
  const values = key.split('\u0000')
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']))
}

/** Counts what happens; the values of its labels are few, and known to the code. */
export class Counter {
  readonly #counts = new Map<string, number>()

  constructor(
    name: string,
    help: string,
    private readonly labels: string[] = []
  ) {
    if (labels.length === 0) this.#counts.set('', 0)
    families.set(name, () => ({ name, help, type: 'counter', samples: this.#samples() }))
  }

  add(count = 1, ...values: string[]): void {
    const key = keyOf(values)
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count)
  }

  #samples = (): Sample[] =>
    [...this.#counts].map(([key, value]) => ({ labels: labelsOf(this.labels, key), value }))
}

interface Spread {
  buckets: number[]
  sum: number
  count: number
}

/** How measures are spread over bounds, which rise. */
export class Histogram {
  readonly #spreads = new Map<string, Spread>()

  constructor(
    name: string,
    help: string,
    private readonly bounds: number[],
    private readonly labels: string[] = []
  ) {
    families.set(name, () => ({ name, help, type: 'histogram', samples: this.#samples() }))
  }

  see(measure: number, ...values: string[]): void {
    const key = keyOf(values)
    let spread = this.#spreads.get(key)
    if (!spread) this.#spreads.set(key, (spread = { buckets: this.bounds.map(() => 0), sum: 0, count: 0 }))
    let at = 0
    while (at < this.bounds.length && measure > this.bounds[at]!) at += 1
    if (at < this.bounds.length) spread.buckets[at]! += 1
    spread.sum += measure
    spread.count += 1
  }

  #samples = (): Sample[] =>
    [...this.#spreads].flatMap(([key, { buckets, sum, count }]) => {
      const labels = labelsOf(this.labels, key)
      let upTo = 0
      return [
        ...this.bounds.map((bound, at) => ({
          suffix: '_bucket',
          labels: { ...labels, le: String(bound) },
          value: (upTo += buckets[at]!),
        })),
        { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count },
        { suffix: '_sum', labels, value: sum },
        { suffix: '_count', labels, value: count },
      ]
    })
}

/** Says how something stands when it is asked; null while there is nothing to say. */
export function gauge(
  name: string,
  help: string,
  read: () => number | Sample[] | null,
  type: 'gauge' | 'counter' = 'gauge'
): void {
  families.set(name, () => {
    const found = read()
    const samples = typeof found === 'number' ? [{ value: found }] : (found ?? [])
    return { name, help, type, samples }
  })
}
