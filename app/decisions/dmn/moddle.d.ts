declare module 'dmn-moddle' {
  import type { DmnElement } from '#decisions/dmn/element'

  export class DmnModdle {
    constructor(packages?: Record<string, unknown>)
    fromXML(
      xml: string,
      type?: string
    ): Promise<{ rootElement: DmnElement; warnings: { message: string; element?: DmnElement }[] }>
    toXML(element: DmnElement, options?: { format?: boolean }): Promise<{ xml: string }>
    create(type: string, properties?: Record<string, unknown>): DmnElement
  }
}
