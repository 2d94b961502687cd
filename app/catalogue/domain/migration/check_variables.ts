import { type Diagnostic, problem } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { compileExpression, typeText } from '#expressions/index'
import { type Around, at, type Version } from '#catalogue/domain/migration/around'
import { frozenVariables } from '#catalogue/domain/migration/frozen'
import type { MigrationPlan } from '#catalogue/domain/migration/types'

/** Values in FEEL over what the process knew, of the types that the new one reads. What is a legal fact keeps its value. */
export function checkVariables(around: Around): Diagnostic[] {
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
