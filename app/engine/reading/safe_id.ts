import type { BpmnElement } from '#engine/reading/bpmn'
import type { Report } from '#engine/reading/report'

// some editors begin theirs with _; what begins with two, programs keep for themselves
const SAFE = /^(?:[A-Za-z]|_(?!_))[A-Za-z0-9_-]{0,63}$/

/** An id becomes a key of plain objects, so it may not be one that every object already has. */
const isSafeId = (id: string): boolean => SAFE.test(id) && !(id in Object.prototype)

export function reportUnsafeId(
  element: BpmnElement,
  report: Report
): element is BpmnElement & { id: string } {
  if (!element.id) report.problem('ID_MISSING', element, { type: element.$type.replace('bpmn:', '') })
  else if (!isSafeId(element.id)) report.problem('ID_UNSAFE', element)
  else return true
  return false
}
