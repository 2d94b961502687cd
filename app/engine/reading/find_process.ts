import { type BpmnElement, is, many } from '#engine/reading/bpmn'
import type { Report } from '#engine/reading/report'

/** The one process that is executed; other pools may be drawn, if they are marked as not executable. */
export function findProcess(definitions: BpmnElement, report: Report): BpmnElement | null {
  const processes = many(definitions, 'rootElements').filter((element) => is(element, 'bpmn:Process'))
  const executable =
    processes.length > 1 ? processes.filter((process) => process.get('isExecutable') === true) : processes
  if (executable.length === 1) return executable[0] as BpmnElement
  if (processes.length === 0) report.problem('PROCESS_MISSING', definitions)
  else report.problem('PROCESS_AMBIGUOUS', definitions, { count: executable.length })
  return null
}
