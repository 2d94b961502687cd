import { moddle } from '#decisions/dmn/dialect'
import type { DmnElement } from '#decisions/dmn/element'
import type { Parameter } from '#decisions/model'

/** An element of DMN, without the properties that have no value. */
export const made = (type: string, properties: Record<string, unknown> = {}): DmnElement =>
  moddle.create(
    `dmn:${type}`,
    Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
  )

export const variable = ({ name, type }: Parameter): DmnElement =>
  made('InformationItem', { name, typeRef: type })

export const literal = (text: string, type?: string): DmnElement =>
  made('LiteralExpression', { text, typeRef: type })
