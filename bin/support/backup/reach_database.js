import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chooseDataFolder, clusterFolder, MARK } from '../data_folder.js'
import { isExternal } from '../database.js'
import { OperatorError } from '../operator_error.js'
import { urls, startEmbedded } from '../postgres/embedded.js'
import { pidFileOf } from '../postgres/orphan.js'
import { givenKey, secretsIn } from '../secrets.js'
import { claim, runningOn } from '../single.js'
import { readStamp } from '../stamp.js'
import { assertWhole } from './mark.js'

/** The embedded server as the house that runs uses it, or one of our own until we end: then nobody opens the house meanwhile. */
async function embedded(data) {
  const server = pidFileOf(clusterFolder(data, 'postgres'))
  if (runningOn(data.folder) && server?.ready)
    return urls(server.port, secretsIn(data.folder)).DATABASE_OWNER_URL
  if (!existsSync(clusterFolder(data, 'postgres'))) throw new OperatorError('NOTHING_TO_BACK_UP', data)
  claim(data.folder)
  return (await startEmbedded(data)).urls.DATABASE_OWNER_URL
}

/** What a backup is made of, whether the house runs or not: `{ folder, owner, appKey }`. */
export async function standingHouse(env = process.env) {
  const folder = chooseDataFolder(env)
  const id = readStamp(join(folder, MARK))?.id
  if (!id) throw new OperatorError('NOTHING_TO_BACK_UP', { folder })
  assertWhole(folder)
  const owner = isExternal(env) ? env.DATABASE_OWNER_URL || env.DATABASE_URL : await embedded({ folder, id })
  return { folder, owner, appKey: givenKey(env) || secretsIn(folder).appKey }
}
