import { OperatorError } from '../operator_error.js'

const SIGNS = [
  [/No space left on device|could not (?:write|extend).*space/i, 'DISK_FULL'],
  [/pre-existing shared memory block|lock file "postmaster\.pid" already exists/i, 'STILL_ENDING'],
  [/could not bind .*Address already in use|could not create any TCP\/IP sockets/i, 'PORT_LOST'],
  [/is not compatible with this version|database files are incompatible/i, 'DATA_CORRUPT'],
  [
    /not a valid data directory|required WAL directory|pg_control|invalid checkpoint|could not locate a valid checkpoint|could not open (?:file|directory)|invalid (?:page|primary checkpoint|magic number|record)|checksum|PANIC:/i,
    'DATA_CORRUPT',
  ],
]

/** The line of PostgreSQL's log that says why it gave up. */
export function lastComplaint(log) {
  const complaints = log.split('\n').filter((line) => /(?:FATAL|PANIC|ERROR|error|could not)/.test(line))
  return (complaints.at(-1) ?? log.trim().split('\n').at(-1) ?? '')
    .replace(/^.*?(?:FATAL|PANIC|ERROR|error):\s*/, '')
    .replace(/^but /, '')
    .trim()
}

/** What kind of trouble a log tells of: a code, or null when it is none that we know. */
export const signOf = (log) => SIGNS.find(([pattern]) => pattern.test(log))?.[1] ?? null

/** One clear line for a server or an initdb that gave up. `log` is its text, `file` where it is kept. */
export function diagnose(log, { folder, file }) {
  const detail = lastComplaint(log) || 'it gave no reason'
  const sign = signOf(log)
  if (sign === 'DISK_FULL') return new OperatorError('DISK_FULL', { folder })
  if (sign === 'DATA_CORRUPT') return new OperatorError('DATA_CORRUPT', { folder, detail })
  return new OperatorError('POSTGRES_FAILED', { detail, log: file })
}

/** SQLSTATEs of a server whose files are damaged, and of one that doesn't know our password. */
const DAMAGED = /^(?:58|XX|3D)/
const STRANGER = '28P01'

/** The same for an error that a running server answered. */
export function diagnoseAnswer(error, folder) {
  if (error.code === STRANGER) {
    const detail = 'secrets.json does not belong to this database'
    return new OperatorError('DATA_CORRUPT', { folder, detail })
  }
  return DAMAGED.test(error.code)
    ? new OperatorError('DATA_CORRUPT', { folder, detail: error.message })
    : error
}
