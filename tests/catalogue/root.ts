import { fileURLToPath } from 'node:url'

/** The catalogue that ships with the house. */
export const CATALOGUE = fileURLToPath(new URL('../../procedures-catalog', import.meta.url))
