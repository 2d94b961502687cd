/** What joins parts of a name and is left out at will. */
const PARTICLES = new Set(['DE', 'DEL', 'D', 'LA', 'LAS', 'LOS', 'EL', 'ELS', 'LES', 'I', 'Y', 'E'])

/**
 * The parts of a name by which one is told from another, as they come: without accents, capitals, hyphens and particles,
 * which registers and certificates write each in their own way. An ñ is a letter of its own.
 */
export const nameParts = (name: string): string[] =>
  name
    .replaceAll('·', '')
    .normalize('NFD')
    .replace(/(?<!n)\p{M}/giu, '')
    .normalize('NFC')
    .toUpperCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part && !PARTICLES.has(part))
