import { median, table } from '#tests/bench/statistics'

/** The house, and what it is compared with: F1 commits each filing alone, F2 what waits together. */
export type Variant = 'house' | 'F1' | 'F2'

export interface Measured {
  perSecond: number
  p50: number
  p99: number
  /** Milliseconds of CPU a filing. */
  cpuWeb: number
  cpuDatabase: number
  cpuLoad: number
  /** Durable writes a filing; null where they were not counted. */
  fsyncs: number | null
  /** Bytes a filing. */
  wal: number
  /** Megabytes of the larger web process. */
  memory: number
  filings: number
}

export interface Line {
  towns: number
  concurrency: number
  variant: Variant
  run: Measured
}

const HEAD = [
  '',
  'filings/s',
  'of F2',
  'p50 ms',
  'p99 ms',
  'p99 of F2',
  'CPU ms: web',
  'database',
  'load',
  'fsyncs',
  'WAL B',
  'MB',
]

const medianOf = (lines: Line[], figure: keyof Measured) =>
  median(lines.map(({ run }) => run[figure]).filter((value) => value !== null))

/** Medians of the rounds, one line for each variant, with its ratio to the floor of the same run. */
export function reportRoad(lines: Line[]): string {
  const rows: string[][] = []
  for (const towns of [...new Set(lines.map((line) => line.towns))])
    for (const concurrency of [...new Set(lines.map((line) => line.concurrency))]) {
      const here = lines.filter((line) => line.towns === towns && line.concurrency === concurrency)
      const of = (variant: Variant) => here.filter((line) => line.variant === variant)
      for (const variant of ['F1', 'F2', 'house'] as const) {
        const runs = of(variant)
        if (runs.length === 0) continue
        const figure = (name: keyof Measured, digits: number) => medianOf(runs, name).toFixed(digits)
        const ratio = (name: keyof Measured) => (medianOf(runs, name) / medianOf(of('F2'), name)).toFixed(2)
        rows.push([
          `${towns === 1 ? 'one town' : `${towns} towns`}, ${concurrency} at once, ${variant}`,
          figure('perSecond', 0),
          ratio('perSecond'),
          figure('p50', 1),
          figure('p99', 1),
          ratio('p99'),
          figure('cpuWeb', 2),
          figure('cpuDatabase', 2),
          figure('cpuLoad', 2),
          figure('fsyncs', 3),
          figure('wal', 0),
          figure('memory', 0),
        ])
      }
    }
  return table(HEAD, rows)
}
