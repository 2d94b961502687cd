import { readingFault } from '#core/xml_guard'
import type { ParserWarning } from '#engine/reading/bpmn'
import type { Report } from '#engine/reading/report'

/** What the parser only warns about is refused: what it left out would be left out of the case too. */
export function reportWarnings(report: Report, warnings: readonly ParserWarning[]): void {
  // an id that many have is told once, where it comes back first
  const counts = new Map<string, number>()
  for (const { message } of warnings) {
    const id = duplicateIn(message)
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 1) + 1)
  }
  for (const warning of warnings) {
    if (report.full) return
    const id = duplicateIn(warning.message)
    const count = id === undefined ? 0 : counts.get(id)
    if (count === undefined) continue
    if (id !== undefined) counts.delete(id)
    reportWarning(report, warning, count)
  }
}

const duplicateIn = (message: string): string | undefined => /duplicate ID <(.*)>/.exec(message)?.[1]

function reportWarning(report: Report, warning: ParserWarning, count: number): void {
  const { message, element, property, value } = warning
  const name = property?.replace('bpmn:', '') ?? ''
  if (message.startsWith('unknown attribute'))
    return report.problem('ATTRIBUTE_UNKNOWN', element, { attribute: name })
  if (message.startsWith('unresolved reference')) {
    // a flow without an end is told by the flow itself
    if (name === 'sourceRef' || name === 'targetRef') return
    return report.problem('REFERENCE_UNRESOLVED', element, { property: name, id: String(value) })
  }
  const at = offsetIn(message, report)
  // of a text it says where that is over
  const back = message.includes('unexpected body text') ? 1 : 0
  const id = at === undefined ? undefined : report.places.idAt(at - back)
  const duplicate = duplicateIn(message)
  if (duplicate !== undefined)
    return report.problem('ID_DUPLICATE', { id: duplicate }, { id: duplicate, count }, at)
  const [, type] = /unknown type <(.*)>/.exec(message) ?? []
  if (type !== undefined) return report.problem('ELEMENT_UNKNOWN', { id }, { type }, at)
  report.problem('XML_UNREADABLE', { id }, { detail: readingFault(message) }, at)
}

/** What it could not go on after. */
export function reportFault(report: Report, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  report.problem('XML_UNREADABLE', null, { detail: readingFault(error) }, offsetIn(message, report) ?? 0)
}

function offsetIn(message: string, report: Report): number | undefined {
  const [, line, column] = /\n\s*line: (\d+)\n\s*column: (\d+)/.exec(message) ?? []
  return line === undefined ? undefined : report.places.offsetOf(Number(line), Number(column))
}
