import type { Json } from '#core/json'
import { defineKind, written } from '#forms/kinds/kind'

/** The parts of an address in Spain, in the order they are asked for. The postcode tells the province. */
export const ADDRESS_PARTS = ['street', 'number', 'details', 'postcode', 'town'] as const

const REQUIRED = ADDRESS_PARTS.filter((part) => part !== 'details')
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength })

/** An address as an envelope says it. */
export function addressLines(value: Json): string[] {
  const { street, number, details, postcode, town } = Object(value) as Record<string, string>
  return [[street, number, details].filter(Boolean).join(', '), [postcode, town].filter(Boolean).join(' ')]
}

/** A postal address in Spain. */
export const postalAddress = defineKind({
  name: 'postal_address',
  type: 'object',
  parts: ADDRESS_PARTS,
  feel: { context: Object.fromEntries(ADDRESS_PARTS.map((part) => [part, 'string'])) },
  rule: (authored) => ({
    ...authored,
    additionalProperties: false,
    required: [...REQUIRED],
    properties: {
      street: text(120),
      number: text(10),
      details: text(60),
      postcode: { type: 'string', format: 'postcode' },
      town: text(80),
    },
  }),
  decode: (posted) => {
    if (typeof posted !== 'object' || posted === null) return undefined
    const parts = posted as Record<string, unknown>
    const address: Record<string, Json> = {}
    for (const part of ADDRESS_PARTS) {
      const given = written(parts[part])
      if (given) address[part] = part === 'postcode' ? given.replace(/\s/g, '') : given.replace(/\s+/g, ' ')
    }
    return Object.keys(address).length > 0 ? address : undefined
  },
  read: addressLines,
  example: () => ({
    street: 'Calle Mayor',
    number: '12',
    details: '3.º B',
    postcode: '46440',
    town: 'Almussafes',
  }),
  errors: [...REQUIRED.map((part) => `${part}_required`), 'postcode_format', 'maxLength'],
})
