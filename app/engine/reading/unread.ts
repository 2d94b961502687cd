import { type BpmnElement, many, one } from '#engine/reading/bpmn'
import type { Report } from '#engine/reading/report'

// what every element may have; `incoming` and `outgoing` are taken from the flows themselves
const COMMON = new Set(
  'id name documentation extensionElements incoming outgoing lanes phase code eventDefinitions loopCharacteristics isForCompensation'.split(
    ' '
  )
)
const OURS = ['fin:Input', 'fin:Output']

/** Names every property and extension of an element, or of what its `owner` is made of, that nothing would ever look at. */
export function reportUnread(
  element: BpmnElement,
  reads: readonly string[],
  report: Report,
  owner: BpmnElement = element
): void {
  const properties = new Map(element.$descriptor.properties?.map((each) => [each.ns.localName, each]))
  for (const name of Object.getOwnPropertyNames(element)) {
    const property = properties.get(name)
    if (!property || COMMON.has(name) || reads.includes(name)) continue
    if (element.get(name) !== property.default) report.problem('REFUSED_PROPERTY', owner, { property: name })
  }
  for (const attribute of Object.keys(element.$attrs ?? {})) {
    // one without a foreign prefix has been told by the parser
    if (/^(?!xmlns|xsi:|fin:).+:/.test(attribute)) report.problem('ATTRIBUTE_UNKNOWN', owner, { attribute })
  }
  for (const extension of many(one(element, 'extensionElements'), 'values')) {
    if (!OURS.includes(extension.$type)) report.problem('EXTENSION_UNKNOWN', owner, { type: extension.$type })
  }
}
