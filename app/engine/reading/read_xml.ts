import { BpmnModdle } from 'bpmn-moddle'
import { xmlRefusal } from '#core/xml_guard'
import { reportValues, wordsOf } from '#engine/reading/attribute_values'
import type { BpmnElement } from '#engine/reading/bpmn'
import { finestraDescriptor } from '#engine/reading/descriptor'
import { reportFault, reportWarnings } from '#engine/reading/parser_warnings'
import type { Report } from '#engine/reading/report'

const moddle = new BpmnModdle({ fin: finestraDescriptor })
const words = wordsOf(moddle)
// a drawing of 2,000 elements with its picture has two thirds of that; an element that is read takes far more than one written.
// readers that go down into thousands of levels use up the memory
const MOST = { tags: 20_000, levels: 1_000 }

/** The definitions in the XML of a report, or null with the reasons in it. */
export async function readXml(report: Report): Promise<BpmnElement | null> {
  const { xml } = report
  const refusal = xmlRefusal(xml, MOST)
  if (refusal) {
    report.problem(refusal.code, null, refusal.params, refusal.at)
    return null
  }
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml)
    reportWarnings(report, warnings)
    reportValues(report, words)
    return rootElement
  } catch (error) {
    reportFault(report, error)
    return null
  }
}
