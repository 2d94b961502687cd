import { BpmnModdle } from 'bpmn-moddle'
import type { BpmnElement } from '#engine/reading/bpmn'
import { finestraDescriptor } from '#engine/reading/descriptor'
import { reportWarning } from '#engine/reading/parser_warnings'
import type { Report } from '#engine/reading/report'

export const MOST_BYTES = 1_000_000

const moddle = new BpmnModdle({ fin: finestraDescriptor })

// a document type or an entity can make a small file unfold without end, or read other files
const UNFOLDING = /<!(DOCTYPE|ENTITY)/i

/** The definitions in the XML of a report, or null with the reasons in it. */
export async function readXml(report: Report): Promise<BpmnElement | null> {
  const { xml } = report
  if (new TextEncoder().encode(xml).length > MOST_BYTES) {
    report.problem('XML_TOO_LARGE', null, { most: MOST_BYTES })
    return null
  }
  const unfolding = UNFOLDING.exec(xml)
  if (unfolding) {
    report.problem('XML_UNFOLDING', null, { declaration: (unfolding[1] as string).toUpperCase() })
    return null
  }
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml)
    for (const warning of warnings) reportWarning(report, warning)
    return rootElement
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    report.problem('XML_UNREADABLE', null, { detail: firstLine(detail) })
    return null
  }
}

const firstLine = (message: string): string => message.split('\n').at(-1)?.trim().slice(0, 200) ?? ''
