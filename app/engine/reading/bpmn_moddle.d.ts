declare module 'bpmn-moddle' {
  import type { BpmnElement, ParserWarning } from '#engine/reading/bpmn'

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    fromXML(xml: string): Promise<{ rootElement: BpmnElement; warnings: ParserWarning[] }>
    toXML(element: BpmnElement, options?: { format?: boolean }): Promise<{ xml: string }>
  }
}
