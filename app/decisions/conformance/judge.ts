import type { Case, CaseFile, Written } from '#decisions/conformance/cases'
import type { CompiledDecisions } from '#decisions/compiled'
import { type Decided, decideOver } from '#decisions/decide/decide'
import { REFUSED } from '#decisions/dmn/refusals'
import type { Decimal } from '#expressions/index'
import {
  type FeelContext,
  type FeelType,
  type FeelValue,
  fromJson,
  kindOf,
  same,
  toJson,
} from '#expressions/index'

/** How one result of one case came out; `refused`: what it asks for is not carried out, by the code of its name. */
export type Outcome = { case: string; result: string } & (
  | { as: 'passed' }
  | { as: 'failed'; expected: string; found: string; why: string }
  | { as: 'refused'; code: string }
)

/** Holds a compiled model against what a file of cases expects of it. */
export const judge = (compiled: CompiledDecisions, { cases }: CaseFile): Outcome[] =>
  cases.flatMap((one) =>
    one.results.map((result) => ({ case: one.id, result: result.name, ...heldTo(compiled, one, result) }))
  )

function heldTo(compiled: CompiledDecisions, one: Case, { name, value: expected }: Case['results'][number]) {
  const decided = decideOver(compiled, one.called?.name ?? name, givenBy(one, compiled), {
    now: NOON,
    timeZone: 'UTC',
  })
  const { value, faults } = decided
  const found = one.called && value instanceof Map && value.has(name) ? (value.get(name) ?? null) : value
  if (meets(found, expected)) return { as: 'passed' as const }
  const refused = faults.find(({ code, params }) => code === 'NOT_READ' && String(params['text']) in REFUSED)
  if (refused) return { as: 'refused' as const, code: String(refused.params['text']) }
  return {
    as: 'failed' as const,
    expected: JSON.stringify(expected),
    found: JSON.stringify(toJson(found)),
    why: why(decided),
  }
}

/** Any moment serves: what depends on it can't be expected. */
const NOON = '2026-01-31T12:00:00Z'

const why = ({ faults, warnings }: Decided): string =>
  [...faults, ...warnings]
    .map(({ code, params }) => `${code} ${Object.values(params).join(' ')}`.trim())
    .join('; ')

function givenBy({ inputs, called }: Case, compiled: CompiledDecisions): FeelContext {
  const given: FeelContext = new Map()
  const parameters = called
    ? compiled.knowledge.find(({ name }) => name === called.name)?.parameters
    : undefined
  for (const { name, value } of inputs) {
    const input = [...(parameters ?? []), ...compiled.inputs, ...compiled.decisions].find(
      (each) => each.name === name
    )
    given.set(name, read(value, input?.shape.type ?? 'any'))
  }
  return given
}

const KINDS: Record<string, FeelType> = {
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  dateTime: 'date and time',
  duration: 'days and time duration',
  decimal: 'number',
  double: 'number',
  float: 'number',
  integer: 'number',
  int: 'number',
  long: 'number',
}

/** By the type that it names, else by the one that is wanted. */
function read(value: Written, wanted: FeelType): FeelValue {
  if (value === null) return null
  if ('list' in value) {
    const item = typeof wanted === 'object' && 'list' in wanted ? wanted.list : 'any'
    return value.list.map((each) => read(each, item))
  }
  if ('entries' in value) {
    const types = typeof wanted === 'object' && 'context' in wanted ? wanted.context : {}
    return new Map(value.entries.map(({ name, value: entry }) => [name, read(entry, types[name] ?? 'any')]))
  }
  return scalar(value, typeof wanted === 'string' ? wanted : 'any')
}

function scalar({ kind, text }: { kind: string | null; text: string }, wanted: FeelType): FeelValue {
  const type = kind ? (KINDS[kind.replace(/^.*:/, '')] ?? 'any') : wanted
  if (type === 'string' || type === 'any') return text
  if (type === 'boolean') return text.trim() === 'true'
  return (
    fromJson(text.trim(), type) ??
    (kind?.endsWith('duration') ? fromJson(text.trim(), 'years and months duration') : null)
  )
}

/** Numbers may differ by what no tool has to give. */
function meets(found: FeelValue, expected: Written): boolean {
  if (expected === null || found === null) return found === expected
  if ('list' in expected)
    return (
      Array.isArray(found) &&
      found.length === expected.list.length &&
      expected.list.every((each, index) => meets(found[index] ?? null, each))
    )
  if ('entries' in expected)
    return (
      found instanceof Map &&
      found.size === expected.entries.length &&
      expected.entries.every(({ name, value }) => found.has(name) && meets(found.get(name) ?? null, value))
    )
  const wanted = scalar(expected, kindOf(found) as FeelType)
  if (kindOf(found) === 'number' && kindOf(wanted) === 'number')
    return (found as Decimal)
      .minus(wanted as Decimal)
      .abs()
      .lessThan('1e-8')
  return same(found, wanted) || toJson(found) === expected.text
}
