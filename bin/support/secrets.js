import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from './operator_error.js'
import { writeStamp } from './stamp.js'

const NAMES = ['appKey', 'superuser', 'owner', 'app', 'dispatch']

const made = () => Object.fromEntries(NAMES.map((name) => [name, randomBytes(24).toString('base64url')]))

/**
 * The secrets of this installation, made once and readable by its user only: `appKey` (APP_KEY) and
 * the passwords of the database roles. Throws DATA_CORRUPT when the file is there and unreadable.
 */
export function secretsIn(folder) {
  const file = join(folder, 'secrets.json')
  if (!existsSync(file)) writeStamp(file, made(), 0o600)
  try {
    const secrets = JSON.parse(readFileSync(file, 'utf8'))
    if (NAMES.every((name) => typeof secrets[name] === 'string')) return secrets
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new OperatorError('DATA_CORRUPT', { folder, detail: 'secrets.json is unreadable' })
}
