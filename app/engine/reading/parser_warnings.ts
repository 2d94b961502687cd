import type { BpmnElement, ParserWarning } from '#engine/reading/bpmn'
import type { Report } from '#engine/reading/report'

/** What the parser only warns about is refused: what it left out would be left out of the case too. */
export function reportWarning(
  report: Report,
  { message, element: found, property, value }: ParserWarning
): void {
  const element = withId(found)
  const [, duplicate] = /duplicate ID <(.*)>/.exec(message) ?? []
  if (duplicate !== undefined) return report.problem('ID_DUPLICATE', { id: duplicate }, { id: duplicate })
  const [, type] = /unknown type <(.*)>/.exec(message) ?? []
  if (type !== undefined) return report.problem('ELEMENT_UNKNOWN', element, { type })
  const name = property?.replace('bpmn:', '') ?? ''
  if (message.startsWith('unknown attribute'))
    return report.problem('ATTRIBUTE_UNKNOWN', element, { attribute: name })
  if (message.startsWith('unresolved reference')) {
    // a flow without an end is told by the flow itself
    if (name === 'sourceRef' || name === 'targetRef') return
    return report.problem('REFERENCE_UNRESOLVED', element, { property: name, id: String(value) })
  }
  report.problem('XML_UNREADABLE', element, {
    detail: (message.split('\n').at(-1) ?? '').trim().slice(0, 200),
  })
}

/** The element itself, or the first around it that can be named. */
function withId(element?: BpmnElement): BpmnElement | undefined {
  return !element || element.id ? element : withId(element.$parent)
}
