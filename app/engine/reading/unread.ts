import { type BpmnElement, is, isElement } from '#engine/reading/bpmn'
import { isInformative, isInformativeAttribute, prefixOf } from '#engine/reading/informative'
import type { Report } from '#engine/reading/report'
import { standingOf } from '#engine/reading/standing'

/**
 * Names whatever a file says that nothing would ever look at: every type, property and extension, in the drawing and in
 * what is defined around it. Notes that other editors keep for themselves are told once.
 */
export function reportUnread(definitions: BpmnElement, process: BpmnElement, report: Report): void {
  const programs = new Set<string>()
  const open: BpmnElement[] = [definitions]
  for (let element = open.pop(); element; element = open.pop()) {
    // pictures, and the other pools, are drawings
    if (element.$type === 'bpmndi:BPMNDiagram' || (is(element, 'bpmn:Process') && element !== process))
      continue
    for (const attribute of Object.keys(element.$attrs ?? {}))
      if (isInformativeAttribute(element, attribute)) programs.add(prefixOf(attribute))
    const refusal = refusalOf(element)
    if (refusal === 'EXTENSION_UNKNOWN' && isInformative(element, definitions))
      programs.add(prefixOf(element.$type))
    else if (refusal) report.problem(refusal, element, { type: element.$type.replace('bpmn:', '') })
    else open.push(...unreadOf(element, report).reverse())
  }
  if (programs.size > 0)
    report.warning('EXTENSION_INFORMATIVE', definitions, { programs: [...programs].join(', ') })
}

/** The diagnostic of what isn't looked at, by what to use instead; null for what is. */
function refusalOf(element: BpmnElement): string | null {
  const { $type: type, $parent: parent } = element
  if (/^bpmn:Global\w*Task$/.test(type) && type !== 'bpmn:GlobalChoreographyTask') return 'REFUSED_GLOBAL'
  // what is drawn in the flow has been told with what to draw instead
  if (is(element, 'bpmn:FlowElement')) return null
  if (/Choreography|Conversation/.test(type)) return 'REFUSED_CHOREOGRAPHY'
  if (type === 'bpmn:DataStore') return 'REFUSED_DATA'
  if (type === 'bpmn:Import') return 'REFUSED_IMPORT'
  if (!type.startsWith('bpmn:')) return isMapping(element) ? null : 'EXTENSION_UNKNOWN'
  const shared = is(element, 'bpmn:EventDefinition') && parent?.$type === 'bpmn:Definitions'
  return shared || !standingOf(element) ? 'REFUSED_DEFINITION' : null
}

/** An input or output of a step. */
const isMapping = (element: BpmnElement): boolean =>
  standingOf(element) !== null && is(element.$parent?.$parent as BpmnElement, 'bpmn:FlowNode')

/** What it holds that is looked at; the rest is told. */
function unreadOf(element: BpmnElement, report: Report): BpmnElement[] {
  const standing = standingOf(element)
  if (!standing) return []
  for (const attribute of Object.keys(element.$attrs ?? {})) {
    // one without a foreign prefix has been told by the parser
    const foreign = /^(?!xmlns|xsi:|fin:).+:/.test(attribute)
    if (foreign && !isInformativeAttribute(element, attribute))
      report.problem('ATTRIBUTE_UNKNOWN', element, { attribute })
  }
  const inside: BpmnElement[] = []
  const properties = new Map(element.$descriptor.properties?.map((each) => [each.ns.localName, each]))
  for (const name of Object.getOwnPropertyNames(element)) {
    const property = properties.get(name)
    if (!property || property.isVirtual) continue
    const value = element.get(name)
    const held = property.isReference ? [] : [value].flat().filter(isElement)
    if (standing.reads.has(name) || standing.shows.has(name)) inside.push(...held)
    else if (held.some((each) => NAMED.test(refusalOf(each) ?? ''))) inside.push(...held)
    else if (value !== property.default) report.problem('REFUSED_PROPERTY', element, { property: name })
  }
  return inside
}

/** What says more of an element than that of the property it stands in. */
const NAMED = /^REFUSED_(?!DEFINITION)/
