import { distinct, usable } from '#decisions/compile/names'
import { type Place, type Report, at } from '#decisions/compile/report'
import type { DecisionModel } from '#decisions/model'

interface NamedElement {
  id: string
  name: string
  place: Place
}

/** What of a model has an id and a name. */
export const namedElements = (model: DecisionModel): NamedElement[] =>
  (['inputs', 'decisions', 'knowledge', 'services'] as const).flatMap((kind) =>
    (model[kind] ?? []).map(({ id, name }, index) => ({
      id,
      name,
      place: at({ pointer: `/${kind}/${index}` }, id),
    }))
  )

/** Ids and names are told apart, for decisions are called by them. */
export function namesHold(named: readonly NamedElement[], report: Report): boolean {
  for (const { name, place } of named) usable(name, place, report)
  const root: Place = { pointer: '' }
  distinct(
    named.map(({ id }) => id),
    root,
    report
  )
  distinct(
    named.map(({ name }) => name),
    root,
    report
  )
  return !report.failed
}

export const labelled = ({ label }: { label?: string }): { label?: string } =>
  label === undefined ? {} : { label }
