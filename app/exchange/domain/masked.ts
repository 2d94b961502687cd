/**
 * An identity number of which four digits are told, those that the data protection agencies agreed on for additional
 * provision 7 of Organic Law 3/2018: `***4567**` of a DNI, `****4567*` of a NIE; of anything else the last four signs.
 */
export function masked(identifier: string | null): string | null {
  if (!identifier) return null
  if (/^\d{8}[A-Z]$/.test(identifier)) return `***${identifier.slice(3, 7)}**`
  if (/^[XYZ]\d{7}[A-Z]$/.test(identifier)) return `****${identifier.slice(4, 8)}*`
  const shown = identifier.length > 4 ? identifier.slice(-4) : ''
  return shown.padStart(identifier.length, '*')
}
