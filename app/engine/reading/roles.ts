import { type BpmnElement, many, one, text } from '#engine/reading/bpmn'
import type { Report } from '#engine/reading/report'

/** Who answers for what stands in a lane: its attribute `fin:role`. */
export const ROLES = ['citizen', 'case_handler', 'technician', 'resolver', 'system'] as const
export type Role = (typeof ROLES)[number]

const isRole = (value: string | null): value is Role => ROLES.includes(value as Role)

/** The role of each element, by its innermost lane. */
export function rolesOf(process: BpmnElement, report: Report): Map<string, Role> {
  const roles = new Map<string, Role>()
  const read = (container: BpmnElement | null, outer: Role | null): void => {
    for (const lane of many(container, 'lanes')) {
      const given = text(lane, 'role')
      const role = isRole(given) ? given : outer
      const nested = one(lane, 'childLaneSet')
      if (given && !isRole(given)) report.problem('ROLE_UNKNOWN', lane, { role: given })
      else if (!role && !nested) report.problem('LANE_WITHOUT_ROLE', lane)
      if (role) for (const { id } of many(lane, 'flowNodeRef')) if (id) roles.set(id, role)
      read(nested, role)
    }
  }
  for (const laneSet of many(process, 'laneSets')) read(laneSet, null)
  return roles
}
