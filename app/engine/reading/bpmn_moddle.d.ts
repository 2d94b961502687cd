declare module 'bpmn-moddle' {
  import type { BpmnElement, ParserWarning } from '#engine/reading/bpmn'

  interface Package {
    prefix: string
    types: {
      name: string
      isAbstract?: boolean
      properties?: { name: string; type: string; isAttr?: boolean }[]
    }[]
    enumerations?: { name: string; literalValues: { name: string }[] }[]
  }

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    fromXML(xml: string): Promise<{
      rootElement: BpmnElement
      elementsById: Record<string, BpmnElement>
      warnings: ParserWarning[]
    }>
    create(type: string, given?: Record<string, unknown>): BpmnElement
    createAny(type: string, uri: string): BpmnElement
    getPackages(): Package[]
    toXML(element: BpmnElement, options?: { format?: boolean }): Promise<{ xml: string }>
  }
}
