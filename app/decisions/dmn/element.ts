/** An element as dmn-moddle reads it. What it holds is foreign: ask through the functions below. */
export interface DmnElement {
  $type: string
  $attrs?: Record<string, string>
  $instanceOf?(type: string): boolean
  get(property: string): unknown
  set(property: string, value: unknown): void
  $parent?: DmnElement
  id?: string
  name?: string
}

const isElement = (value: unknown): value is DmnElement =>
  typeof value === 'object' && value !== null && '$type' in value

export const one = (element: DmnElement | null | undefined, property: string): DmnElement | null => {
  const value = element?.get(property)
  return isElement(value) ? value : null
}

export const many = (element: DmnElement | null | undefined, property: string): DmnElement[] => {
  const value = element?.get(property)
  return Array.isArray(value) ? value.filter(isElement) : []
}

/** A text without the spaces around it; undefined when absent or empty. */
export const text = (element: DmnElement | null | undefined, property: string): string | undefined => {
  const value = element?.get(property)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

export const is = (element: DmnElement, type: string): boolean =>
  element.$instanceOf?.(`dmn:${type}`) ?? false

/** The id that a reference names: `#_1`, or the same within the namespace of the file. */
export const idIn = (reference: DmnElement | null): string =>
  (text(reference, 'href') ?? '').replace(/^.*#/, '')

/** Those keys alone that have a value, so that a model is as small as what was said. */
export function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
