import { join } from 'node:path'
import { assertWhole } from './backup/mark.js'
import { isOffered, standsAlone } from './commands.js'
import { chooseDataFolder, clusterFolder, MARK } from './data_folder.js'
import { OperatorError } from './operator_error.js'
import { urls } from './postgres/embedded.js'
import { madeUrls } from './postgres/external.js'
import { pidFileOf } from './postgres/orphan.js'
import { isAlive } from './process_table.js'
import { givenKey, secretsIn } from './secrets.js'
import { addressOn } from './single.js'
import { readStamp } from './stamp.js'

/** Enough to boot where nothing is stored or read. */
const NOWHERE = {
  APP_KEY: 'an author has no secrets to keep from anybody',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere',
}

/**
 * What a command that was typed by hand lacks in its environment: the secrets of the house in the data folder, and
 * its database and its address while it runs. Throws NOT_RUNNING for a command that needs them, and COMMAND_UNKNOWN for what is none.
 */
export function commandEnv(command, env = process.env) {
  if (!isOffered(command)) throw new OperatorError('COMMAND_UNKNOWN', { command })
  givenKey(env)
  const house = { NODE_ENV: 'production', ...secretsOf(env), ...env }
  if (house.APP_KEY && house.DATABASE_URL) return house
  if (standsAlone(command)) return { ...NOWHERE, ...house }
  throw new OperatorError('NOT_RUNNING', { folder: chooseDataFolder(env), command })
}

function secretsOf(env) {
  const folder = chooseDataFolder(env)
  const mark = readStamp(join(folder, MARK))
  if (!mark?.id) return {}
  assertWhole(folder)
  const secrets = secretsIn(folder)
  const database = databaseOf(env, { folder, id: mark.id }, secrets)
  return { APP_KEY: secrets.appKey, FINESTRA_DATA: folder, ...addressOn(folder), ...database }
}

/** The embedded server while it runs; of one whose owner alone is given, the roles that the start made. */
function databaseOf({ DATABASE_OWNER_URL: owner }, data, secrets) {
  if (owner) return madeUrls('DATABASE_OWNER_URL', owner, secrets)
  const server = pidFileOf(clusterFolder(data, 'postgres'))
  return server?.ready && isAlive(server.pid) ? urls(server.port, secrets) : {}
}
