import { type Diagnostic, problem } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import type { Graph } from '#engine/index'
import { compileExpression, typeText } from '#expressions/index'
import { frozenVariables } from '#catalogue/domain/migration/frozen'
import type { MigrationPlan } from '#catalogue/domain/migration/types'
import type { CompiledProcedure, Sheet } from '#catalogue/domain/types'

/** A version as far as a plan speaks of it. */
export interface Version {
  digest: string
  slug: string
  sheet: Pick<Sheet, 'silence'>
  graph: Graph
  phases: string[]
}

export const versionOf = ({ digest, slug, sheet, graph, phases }: CompiledProcedure): Version => ({
  ...{ digest, slug, sheet, graph, phases },
})

interface Around {
  plan: MigrationPlan
  file: string
  /** Null while only the version that cases move to is at hand. */
  from: Version | null
  to: Version
}

const at = ({ file }: Around, ...path: (string | number)[]) => ({ file, pointer: pointerTo(...path) })

const NOTHING_BEGINS = /(_boundary|_start|start_event)$/

/** What is wrong with a migration plan: where, and (by code) what to do. */
export function checkPlan(around: Around): Diagnostic[] {
  return [
    ...versions(around),
    ...elements(around),
    ...timers(around),
    ...phases(around),
    ...variables(around),
    ...law(around),
  ]
}

function versions(around: Around): Diagnostic[] {
  const { plan, from, to } = around
  const wrong = (member: 'from' | 'to', digest: string) =>
    plan[member] === digest
      ? []
      : [problem('PLAN_OTHER_VERSION', { ...at(around, member), params: { digest } })]
  const same = plan.from === plan.to ? [problem('PLAN_TO_ITSELF', at(around, 'to'))] : []
  const slugs = { from: from?.slug ?? '', to: to.slug }
  const strange = from && from.slug !== to.slug
  return [
    ...wrong('to', to.digest),
    ...(from ? wrong('from', from.digest) : []),
    ...(strange ? [problem('PLAN_OTHER_PROCEDURE', { ...at(around, 'from'), params: slugs })] : []),
    ...same,
  ]
}

function elements(around: Around): Diagnostic[] {
  const { plan, from, to } = around
  const seen = new Set<string>()
  return plan.elements.flatMap((one, i) => {
    const place = at(around, 'elements', i)
    const source = from?.graph.nodes[one.from]
    const target = to.graph.nodes[one.to ?? one.begin ?? '']
    const repeated = seen.has(one.from)
    seen.add(one.from)
    if (repeated) return [problem('PLAN_REPEATED', { ...place, params: { element: one.from } })]
    if (from && !source) return [problem('PLAN_FROM_UNKNOWN', { ...place, params: { element: one.from } })]
    if (one.to === null) return []
    const element = one.to ?? one.begin ?? ''
    if (!target) return [problem('PLAN_TO_UNKNOWN', { ...place, params: { element } })]
    if (one.begin !== undefined)
      return NOTHING_BEGINS.test(target.kind) || target.scope !== (source?.scope ?? target.scope)
        ? [problem('PLAN_BEGIN', { ...place, params: { element } })]
        : []
    if (source && source.kind !== target.kind)
      return [problem('PLAN_KIND', { ...place, params: { from: one.from, to: element } })]
    return []
  })
}

const timers = (around: Around): Diagnostic[] =>
  (around.plan.timers ?? []).flatMap(({ element }, i) => {
    const due = (around.to.graph.nodes[element]?.data as { due?: unknown } | null | undefined)?.due
    return due
      ? []
      : [problem('PLAN_NO_TIMER', { ...at(around, 'timers', i, 'element'), params: { element } })]
  })

const phases = (around: Around): Diagnostic[] =>
  (around.plan.phases ?? []).flatMap(({ from, to }, i) => [
    ...(around.to.phases.includes(to)
      ? []
      : [problem('PLAN_PHASE', { ...at(around, 'phases', i, 'to'), params: { phase: to } })]),
    ...(!around.from || around.from.phases.includes(from)
      ? []
      : [problem('PLAN_PHASE', { ...at(around, 'phases', i, 'from'), params: { phase: from } })]),
  ])

/** Values in FEEL over what the process knew, of the types that the new one reads. What is a legal fact keeps its value. */
function variables(around: Around): Diagnostic[] {
  const { plan, from, to, file } = around
  const frozen = new Set([...frozenVariables(to.graph), ...(from ? frozenVariables(from.graph) : [])])
  return (plan.variables ?? []).flatMap(({ name, value }, i) => {
    const place = at(around, 'variables', i, 'name')
    if (frozen.has(name)) return [problem('PLAN_VARIABLE_FROZEN', { ...place, params: { name } })]
    const expects = to.graph.variables[name]
    if (expects === undefined) return [problem('PLAN_VARIABLE_UNKNOWN', { ...place, params: { name } })]
    const pointer = pointerTo('variables', i, 'value')
    const known = from?.graph.variables
    const compiled = compileExpression(value, { ...(known && { variables: known }), expects, file, pointer })
    return compiled.ok ? [] : compiled.error
  })
}

/** Of the law only what favours whoever is interested may change under them; its term is judged case by case. */
function law(around: Around): Diagnostic[] {
  const { plan, from, to } = around
  if (!from || !plan.law?.follow.includes('silence')) return []
  const [before, now] = [from.sheet.silence.effect, to.sheet.silence.effect]
  if (before === now || now === 'approves') return []
  return [problem('PLAN_SILENCE_WORSE', { ...at(around, 'law', 'follow'), params: { before, now } })]
}

/** Variables whose new type does not take what the old one holds, and to which the plan gives nothing. */
export function misfits(
  from: Version,
  to: Version,
  plan: MigrationPlan
): { name: string; from: string; to: string }[] {
  const given = new Set((plan.variables ?? []).map(({ name }) => name))
  return Object.entries(to.graph.variables).flatMap(([name, type]) => {
    const before = from.graph.variables[name]
    if (before === undefined || given.has(name) || type === 'any' || before === 'any') return []
    const [old, fresh] = [typeText(before), typeText(type)]
    return old === fresh || name === 'answers' ? [] : [{ name, from: old, to: fresh }]
  })
}
