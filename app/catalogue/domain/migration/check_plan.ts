import { type Diagnostic, problem } from '#core/diagnostic'
import { type Around, at } from '#catalogue/domain/migration/around'
import { checkVariables } from '#catalogue/domain/migration/check_variables'
import { mayBegin } from '#catalogue/domain/migration/places'

/** What is wrong with a migration plan: where, and (by code) what to do. */
export function checkPlan(around: Around): Diagnostic[] {
  return [
    ...versions(around),
    ...reason(around),
    ...elements(around),
    ...timers(around),
    ...phases(around),
    ...checkVariables(around),
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

/** A proposal has a mark where the reason is to be written: marks alone are none. */
const reason = (around: Around): Diagnostic[] =>
  Object.entries(around.plan.reason)
    .filter(([, text]) => !/\p{L}/u.test(text))
    .map(([lang]) => problem('PLAN_NO_REASON', at(around, 'reason', lang)))

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
      return !mayBegin(target) || target.scope !== (source?.scope ?? target.scope)
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

/** Of the law only what favours whoever is interested may change under them; its term is judged case by case. */
function law(around: Around): Diagnostic[] {
  const { plan, from, to } = around
  if (!from || !plan.law?.follow.includes('silence')) return []
  const [before, now] = [from.sheet.silence.effect, to.sheet.silence.effect]
  if (before === now || now === 'approves') return []
  return [problem('PLAN_SILENCE_WORSE', { ...at(around, 'law', 'follow'), params: { before, now } })]
}
