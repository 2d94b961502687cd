import { readFileSync } from 'node:fs'
import { inRoot } from '../paths.js'

/** The names of what stands first and last in a backup, and of what opens its seals. */
export const [FIRST, SECRETS, LAST] = ['finestra-backup.json', 'secrets.json', 'manifest.json']

/** Raised when a backup is written in a way that older houses can't read. */
export const FORMAT = 1

export const product = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).version

/** So many bytes of a table are kept in memory, and make an entry of their own: nobody knows beforehand how many there will be. */
export const PART = 8 * 2 ** 20

/** What all towns share. */
export const SHARED_ROWS = 'shared'

const noughts = (number) => String(number).padStart(5, '0')

export const partName = (table, town, number) =>
  `database/${table}/${town ?? SHARED_ROWS}/${noughts(number)}.copy`

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What an entry of a backup is: `{ table, town }`, `{ file }` or nothing of these. */
export function placeOf(name) {
  const [kind, first, second, third, ...more] = name.split('/')
  if (more.length > 0) return {}
  if (kind === 'database' && third && (second === SHARED_ROWS || UUID.test(second)))
    return { table: first, town: second === SHARED_ROWS ? null : second }
  if (kind === 'files' && UUID.test(first) && /^[0-9a-f]{64}$/.test(third) && third.startsWith(second))
    return { file: `${first}/${second}/${third}` }
  return {}
}
