/** How many cases are named of each kind. */
const SAMPLES = 3

export interface Sample {
  id: string
  number: string
}

/** Counts under a name, in the order in which each came up first. */
export class Tally<T extends object, One extends Sample = Sample> {
  readonly #all = new Map<string, T & { cases: number; samples: One[] }>()

  add(name: string, what: T, sample: One): void {
    const entry = this.#all.get(name) ?? { ...what, cases: 0, samples: [] }
    entry.cases += 1
    if (entry.samples.length < SAMPLES) entry.samples.push(sample)
    this.#all.set(name, entry)
  }

  get all() {
    return [...this.#all.values()].sort((a, b) => b.cases - a.cases)
  }
}
