import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from './operator_error.js'
import { writeStamp } from './stamp.js'

const NAMES = ['appKey', 'superuser', 'owner', 'app', 'dispatch']

/** What a house leaves in its folder once it has had its secrets. */
const LATER = ['postgres', 'state.json']

/** As `.env.example` asks for. */
const SHORTEST_KEY = 32

const made = () => Object.fromEntries(NAMES.map((name) => [name, randomBytes(24).toString('base64url')]))

/**
 * The secrets of this installation, made once and readable by its user only: `appKey` (APP_KEY) and
 * the passwords of the database roles. Throws DATA_CORRUPT when the file is there and unreadable,
 * SECRETS_MISSING when it is gone and the data that need it are there: new ones would open none of them.
 */
export function secretsIn(folder) {
  const file = join(folder, 'secrets.json')
  if (!existsSync(file)) {
    if (LATER.some((name) => existsSync(join(folder, name))))
      throw new OperatorError('SECRETS_MISSING', { folder })
    writeStamp(file, made(), 0o600)
  }
  try {
    const secrets = JSON.parse(readFileSync(file, 'utf8'))
    if (NAMES.every((name) => typeof secrets[name] === 'string')) return secrets
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new OperatorError('DATA_CORRUPT', { folder, detail: 'secrets.json is unreadable' })
}

/** Takes over the key of a house that was restored here; the passwords are those of the database that stands. */
export const keepAppKey = (folder, appKey) =>
  writeStamp(join(folder, 'secrets.json'), { ...secretsIn(folder), appKey }, 0o600)

/** The APP_KEY that the operator gave, if any; throws APP_KEY_SHORT. */
export function givenKey(env = process.env) {
  const { length } = env.APP_KEY ?? ''
  if (length > 0 && length < SHORTEST_KEY)
    throw new OperatorError('APP_KEY_SHORT', { length, least: SHORTEST_KEY })
  return env.APP_KEY
}
