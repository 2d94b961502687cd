import type { Json } from '#core/json'
import { unwrap } from '#core/result'
import { type DecisionModel, compileDecisions, decide } from '#decisions/index'
import { toJson } from '#expressions/index'

type Decision = DecisionModel['decisions'][number]
export type Logic = NonNullable<Decision['logic']>
export type Table = Extract<Logic, { table: unknown }>['table']

const NOW = { now: '2026-01-31T12:00:00Z', timeZone: 'Europe/Madrid' }

/** A table in lines: `zone | area => rate`, then its rules; the ids of rules are r1, r2 ... */
export function table(hit: Table['hit'], text: string, more: Partial<Table> = {}): Logic {
  const [head = '', ...lines] = text.trim().split('\n')
  const cells = (part: string) => part.split(' | ').map((cell) => cell.trim())
  const halves = (line: string) => line.split('=>').map(cells) as [string[], string[]]
  const [inputs, outputs] = halves(head)
  const made: Table = {
    hit,
    inputs: inputs.map((expression) => ({ expression })),
    outputs: outputs.map((name) => (outputs.length > 1 ? { name } : {})),
    rules: lines.map((line, index) => {
      const [when, then] = halves(line)
      return { id: `r${index + 1}`, when, then }
    }),
  }
  return { table: { ...made, ...more } }
}

/** One decision, `it`, over typed inputs. */
export const model = (
  inputs: Record<string, string>,
  logic: Logic,
  more: Partial<Decision> = {}
): DecisionModel => ({
  name: 'model',
  inputs: Object.entries(inputs).map(([name, type]) => ({ id: `in_${name}`.replace(/ /g, '_'), name, type })),
  decisions: [
    {
      id: 'it',
      name: 'it',
      requires: Object.keys(inputs).map((name) => `in_${name}`.replace(/ /g, '_')),
      logic,
      ...more,
    },
  ],
})

export const compiled = (source: DecisionModel) =>
  compileDecisions({ file: 'decisions/it.json', model: source })

export function decided(source: DecisionModel, variables: Record<string, Json>, name = 'it') {
  const found = decide(unwrap(compiled(source)), name, variables, NOW)
  return { ...found, value: toJson(found.value), faults: found.faults.map(({ code }) => code) }
}

/** The codes of what is wrong, or should be looked at, with the id of the rule or element. */
export function told(source: DecisionModel): string[] {
  const found = compiled(source)
  return (found.ok ? found.value.warnings : found.error).map(({ code, element }) =>
    element && element !== 'it' ? `${code} ${element}` : code
  )
}

export const examples = (source: DecisionModel): string[] =>
  unwrap(compiled(source))
    .warnings.flatMap(({ params }) => params['example'] ?? [])
    .map(String)
