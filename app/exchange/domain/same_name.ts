/** What joins parts of a name and is left out at will. */
const PARTICLES = new Set(['DE', 'DEL', 'D', 'LA', 'LAS', 'LOS', 'EL', 'ELS', 'LES', 'I', 'Y', 'E'])

const partsOf = (name: string): string =>
  name
    .replaceAll('·', '')
    .normalize('NFD')
    .replace(/(?<!n)\p{M}/giu, '')
    .normalize('NFC')
    .toUpperCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part && !PARTICLES.has(part))
    .sort()
    .join(' ')

/**
 * Whether two registers mean the same name: whatever its order, accents, capitals, hyphens and particles. An ñ is a
 * letter of its own; another first name is another name, and somebody has to look.
 */
export const sameName = (one: string, other: string): boolean => partsOf(one) === partsOf(other)
