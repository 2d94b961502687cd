import { type BpmnElement, many, one, text } from '#engine/reading/bpmn'
import type { Report } from '#engine/reading/report'

/** Who answers for what stands in a lane: its attribute `fin:role`. */
export const ROLES = ['citizen', 'case_handler', 'technician', 'resolver', 'system'] as const
export type Role = (typeof ROLES)[number]

const isRole = (value: string | null): value is Role => ROLES.includes(value as Role)

/** The role of each element, by its innermost lane, in the process and in each of its parts. */
export function rolesOf(containers: readonly BpmnElement[], report: Report): Map<string, Role> {
  const roles = new Map<string, Role>()
  const lanes = new Map<string, BpmnElement>()
  const read = (container: BpmnElement | null, outer: Role | null, around: readonly BpmnElement[]): void => {
    for (const lane of many(container, 'lanes')) {
      const given = text(lane, 'role')
      const role = isRole(given) ? given : outer
      const nested = one(lane, 'childLaneSet')
      if (given && !isRole(given)) report.problem('ROLE_UNKNOWN', lane, { role: given })
      else if (!role && !nested) report.problem('LANE_WITHOUT_ROLE', lane)
      for (const node of many(lane, 'flowNodeRef')) {
        const before = lanes.get(node.id ?? '')
        // a lane within a lane says it more exactly; one beside it says something else
        if (before && before !== lane && !around.includes(before))
          report.problem('LANE_TWICE', node, { lane: nameOf(lane), first: nameOf(before) })
        lanes.set(node.id ?? '', lane)
        if (role && node.id) roles.set(node.id, role)
      }
      read(nested, role, [...around, lane])
    }
  }
  for (const container of containers)
    for (const laneSet of many(container, 'laneSets')) read(laneSet, null, [])
  return roles
}

const nameOf = ({ name, id }: BpmnElement): string => name || id || ''
