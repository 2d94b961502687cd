import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { OperatorError } from '../operator_error.js'
import { readArchive } from './archive_file.js'
import { FIRST, FORMAT, LAST, placeOf, SECRETS } from './format.js'
import { differenceOf, Ledger, sha256 } from './ledger.js'
import { ArchiveError, entriesOf, wholeOf } from './tar.js'

const BROKEN = { truncated: 'BACKUP_TRUNCATED', foreign: 'BACKUP_FOREIGN', altered: 'BACKUP_ALTERED' }

/** What zlib and the tar say, in words of an operator. `begun`: its first entry was ours. */
function refusal(error, file, begun) {
  if (error instanceof ArchiveError)
    return new OperatorError(BROKEN[begun && error.kind === 'foreign' ? 'altered' : error.kind], {
      file,
      detail: error.message,
    })
  if (error.code === 'ENOENT' || error.code === 'EISDIR') return new OperatorError('BACKUP_MISSING', { file })
  if (!/^(ZSTD|Z_|ERR_ZSTD|ERR__ZSTD|ERR_BUFFER)/.test(error.code ?? '') && !(error instanceof SyntaxError))
    return error
  if (/unexpected end/i.test(error.message))
    return new OperatorError('BACKUP_TRUNCATED', { file, detail: 'it ends in the middle' })
  const code = begun ? 'BACKUP_ALTERED' : 'BACKUP_FOREIGN'
  return new OperatorError(code, { file, detail: error.message })
}

/** Throws BACKUP_NEWER for what only a later house can read. */
function assertKnown(about, file, written) {
  const unknown = (about.schema ?? []).find((name) => !written.includes(name))
  if (about.format > FORMAT || unknown)
    throw new OperatorError('BACKUP_NEWER', {
      file,
      product: about.product,
      unknown: unknown ?? `format ${about.format}`,
    })
}

const digestOf = async (content) => {
  const hash = createHash('sha256')
  for await (const bytes of content) hash.update(bytes)
  return hash.digest('hex')
}

/**
 * Reads a backup from end to end and changes nothing: `{ about, appKey, manifest }`. Throws one clear line for a file that is
 * cut off, altered, something else, or of a newer house. `written` are the migrations of this one.
 */
export async function checkBackup(file, written) {
  const ledger = new Ledger()
  const found = {}
  const altered = (detail) => new OperatorError('BACKUP_ALTERED', { file, detail })
  try {
    if (!statSync(file).isFile()) throw new OperatorError('BACKUP_MISSING', { file })
    for await (const entry of entriesOf(readArchive(file))) {
      const { name, size } = entry
      if (!found[FIRST] && name !== FIRST)
        throw new OperatorError('BACKUP_FOREIGN', { file, detail: `it begins with ${name}` })
      if (found[LAST]) throw altered(`${name} stands after its end`)
      if ([FIRST, SECRETS, LAST].includes(name)) {
        const bytes = await wholeOf(entry)
        found[name] = JSON.parse(bytes)
        if (name === FIRST) assertKnown(found[FIRST], file, written)
        if (name === LAST) continue
        ledger.note(name, size, sha256(bytes))
      } else {
        const { table, file: path } = placeOf(name)
        if (!table && !path) throw altered(`${name} is nothing of ours`)
        ledger.note(name, size, await digestOf(entry.content))
      }
    }
  } catch (error) {
    throw refusal(error, file, Boolean(found[FIRST]))
  }
  if (!found[LAST] || !found[SECRETS])
    throw new OperatorError('BACKUP_TRUNCATED', { file, detail: 'its end is missing' })
  const difference = differenceOf(found[LAST], ledger.sum())
  if (difference) throw altered(difference)
  return { about: found[FIRST], appKey: found[SECRETS].appKey, manifest: found[LAST] }
}
