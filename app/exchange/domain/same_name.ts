import { nameParts } from '#core/name_parts'

const sorted = (name: string): string => nameParts(name).sort().join(' ')

/**
 * Whether two registers mean the same name, in whichever order. Another first name is another name, and somebody has to
 * look.
 */
export const sameName = (one: string, other: string): boolean => sorted(one) === sorted(other)
