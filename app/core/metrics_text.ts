import type { Family, Sample } from '#core/metrics'

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

const escaped = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

function line(name: string, { suffix = '', labels = {}, value }: Sample): string {
  const said = Object.entries(labels).map(([label, of]) => `${label}="${escaped(of)}"`)
  return `${name}${suffix}${said.length > 0 ? `{${said.join(',')}}` : ''} ${value}`
}

/** What each process counted as one list: every sample says of which process it is. */
export function ofProcesses(counted: Record<string, Family[]>): Family[] {
  const merged = new Map<string, Family>()
  for (const [process, families] of Object.entries(counted))
    for (const { samples, ...family } of families) {
      const own = samples.map((sample) => ({ ...sample, labels: { process, ...sample.labels } }))
      const known = merged.get(family.name)
      if (known) known.samples.push(...own)
      else merged.set(family.name, { ...family, samples: own })
    }
  return [...merged.values()]
}

/** The text format of Prometheus. */
export const metricsText = (families: Family[]): string =>
  families
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, type, samples }) =>
      [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map((one) => line(name, one))].join(
        '\n'
      )
    )
    .join('\n')
    .concat('\n')
