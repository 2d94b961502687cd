import { BpmnModdle } from 'bpmn-moddle'
import { readingFault, xmlRefusal } from '#core/xml_guard'
import type { BpmnElement } from '#engine/reading/bpmn'
import { finestraDescriptor } from '#engine/reading/descriptor'
import { reportWarning } from '#engine/reading/parser_warnings'
import type { Report } from '#engine/reading/report'

const moddle = new BpmnModdle({ fin: finestraDescriptor })

/** The definitions in the XML of a report, or null with the reasons in it. */
export async function readXml(report: Report): Promise<BpmnElement | null> {
  const { xml } = report
  const refusal = xmlRefusal(xml)
  if (refusal) {
    report.problem(refusal.code, null, refusal.params)
    return null
  }
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml)
    for (const warning of warnings) reportWarning(report, warning)
    return rootElement
  } catch (error) {
    report.problem('XML_UNREADABLE', null, { detail: readingFault(error) })
    return null
  }
}
