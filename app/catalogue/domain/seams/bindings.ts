import { problem, type Diagnostic } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import type { TownValues } from '#catalogue/domain/seams/types'

/** What a procedure is bound to is there: a unit by its slug, a body by its role, which somebody holds where it is another. */
export function checkBindings(
  { unit, body }: TownValues,
  standing: TownValues,
  { units, bodies }: { units: { slug: string }[]; bodies: { role: string; holder: string | null }[] }
): Diagnostic[] {
  const asked = [
    { member: 'unit', named: unit, there: units.map(({ slug }) => slug) },
    { member: 'body', named: body, there: bodies.map(({ role }) => role) },
  ]
  const vacant = body !== standing.body && bodies.some(({ role, holder }) => role === body && !holder)
  if (vacant) return [problem('BINDING_VACANT', { pointer: pointerTo('body'), params: { name: body! } })]
  return asked.flatMap(({ member, named, there }) => {
    if (named === undefined || there.includes(named)) return []
    const params = { name: named, known: there.join(', ') || '-' }
    return [problem('BINDING_UNKNOWN', { pointer: pointerTo(member), params })]
  })
}
