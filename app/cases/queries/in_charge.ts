import { officersOf } from '#identity/queries/officers'
import type { Officer, OfficerRole } from '#identity/types'

const RESOLVES: OfficerRole[] = ['case_handler', 'resolver']

/**
 * The officers in charge of a case: whoever it is assigned to, else those of its unit who handle and resolve. Nobody,
 * where the unit has none.
 */
export async function inCharge(
  municipalityId: string,
  { assignedTo, unitId }: { assignedTo: string | null; unitId: string | null }
): Promise<Officer[]> {
  const officers = await officersOf(municipalityId)
  const holder = officers.filter(({ id }) => id === assignedTo)
  if (holder.length > 0) return holder
  return officers.filter(
    ({ unitIds, roles }) =>
      unitId !== null && unitIds.includes(unitId) && roles.some((role) => RESOLVES.includes(role))
  )
}
