/** An element as bpmn-moddle reads it. What it holds is foreign: ask through the functions below. */
export interface BpmnElement {
  $type: string
  /** Attributes of namespaces that the parser doesn't know. */
  $attrs?: Record<string, string>
  $descriptor: { isGeneric?: boolean; properties?: PropertyDescriptor[] }
  $instanceOf?(type: string): boolean
  get(property: string): unknown
  set(property: string, value: unknown): void
  $parent?: BpmnElement
  id?: string
  name?: string
}

interface PropertyDescriptor {
  type: string
  isMany?: boolean
  default?: unknown
  isReference?: boolean
  isVirtual?: boolean
  ns: { localName: string }
}

export interface ParserWarning {
  message: string
  element?: BpmnElement
  property?: string
  value?: unknown
}

export const isElement = (value: unknown): value is BpmnElement =>
  typeof value === 'object' && value !== null && '$type' in value

export const one = (element: BpmnElement | null | undefined, property: string): BpmnElement | null => {
  const value = element?.get(property)
  return isElement(value) ? value : null
}

export const many = (element: BpmnElement | null | undefined, property: string): BpmnElement[] => {
  const value = element?.get(property)
  return Array.isArray(value) ? value.filter(isElement) : []
}

/** An attribute's text without the spaces around it; null when absent or empty. */
export const text = (element: BpmnElement | null | undefined, property: string): string | null => {
  const value = element?.get(property)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

export const is = (element: BpmnElement, type: string): boolean => element.$instanceOf?.(type) ?? false

/** The type without its namespace. */
export const local = (type: string): string => type.slice(type.indexOf(':') + 1)

/** The type with its event definition: `UserTask`, `BoundaryEvent:Timer`, `EndEvent:Multiple`; `EventSubProcess`. */
export function signature(element: BpmnElement): string {
  if (element.get('triggeredByEvent') === true) return `Event${local(element.$type)}`
  const definitions = many(element, 'eventDefinitions')
  if (definitions.length === 0) return local(element.$type)
  const event =
    definitions.length > 1
      ? 'Multiple'
      : local((definitions[0] as BpmnElement).$type).replace('EventDefinition', '')
  return `${local(element.$type)}:${event}`
}
