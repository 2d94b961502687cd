import { looksCadastral, tidyCadastralReference } from '#forms/checks/cadastral_reference'
import { defineKind, tidied } from '#forms/kinds/kind'

/** A property by its reference in the land register (Royal Legislative Decree 1/2004, art. 6.3). */
export const cadastralReference = defineKind({
  name: 'cadastral_reference',
  type: 'string',
  feel: 'string',
  rule: (authored) => ({ ...authored, format: 'cadastral_reference' }),
  decode: (posted) => tidied(posted, tidyCadastralReference),
  read: (value) => [String(value).replace(/^(.{7})(.{7})(.{4})(.{2})$/, '$1 $2 $3 $4')],
  example: () => '7837301VG8173B0001TT',
  errors: ['required', 'format', 'control'],
  explain: (keyword, value) => (keyword === 'format' && looksCadastral(String(value)) ? 'control' : keyword),
})
