import { step } from '../say.js'

const EVERY_MS = 5000

/** Says how far something is, now and then. */
export function progress(what) {
  let last = Date.now()
  return (where) => {
    if (Date.now() - last < EVERY_MS) return
    last = Date.now()
    step(`${what}: ${where}`)
  }
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

export function sizeInWords(bytes) {
  const power = bytes > 0 ? Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1) : 0
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${UNITS[power]}`
}

const number = (count, one, many) => `${count} ${count === 1 ? one : many}`

/** What there is in a house, in numbers: `{ towns, case_files, register_entries, documents, files }`. */
export const countsInWords = (counts) =>
  [
    number(counts.towns, 'town', 'towns'),
    number(counts.case_files, 'case', 'cases'),
    number(counts.register_entries, 'register entry', 'register entries'),
    number(counts.documents, 'document', 'documents'),
    number(counts.files, 'file', 'files'),
  ].join(', ')

/** The same numbers of a backup. */
export function countsOf({ about, manifest }) {
  const sum = (table) => Object.values(manifest.rows).reduce((all, tables) => all + (tables[table] ?? 0), 0)
  const [case_files, register_entries, documents] = ['case_files', 'register_entries', 'documents'].map(sum)
  return { towns: about.towns.length, case_files, register_entries, documents, files: manifest.files.count }
}

export const secondsSince = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`
