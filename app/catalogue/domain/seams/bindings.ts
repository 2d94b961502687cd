import { problem, type Diagnostic } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import type { TownValues } from '#catalogue/domain/seams/types'

/** What a procedure was bound to is there: a unit by its slug, a body by its role. */
export function checkBindings(
  { unit, body }: TownValues,
  { units, bodies }: { units: { slug: string }[]; bodies: { role: string }[] }
): Diagnostic[] {
  const asked = [
    { member: 'unit', named: unit, there: units.map(({ slug }) => slug) },
    { member: 'body', named: body, there: bodies.map(({ role }) => role) },
  ]
  return asked.flatMap(({ member, named, there }) => {
    if (named === undefined || there.includes(named)) return []
    const params = { name: named, known: there.join(', ') || '-' }
    return [problem('BINDING_UNKNOWN', { pointer: pointerTo(member), params })]
  })
}
