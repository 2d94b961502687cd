import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chooseDataFolder, clusterFolder, MARK } from './data_folder.js'
import { isExternal } from './database.js'
import { OperatorError } from './operator_error.js'
import { endOrphan } from './postgres/orphan.js'
import { step } from './say.js'
import { runningOn } from './single.js'
import { readStamp } from './stamp.js'

/** Empties the data folder. Only a folder that Finestra marked as its own is touched, and never under a running house. */
export async function reset(env = process.env) {
  if (isExternal(env)) throw new OperatorError('RESET_EXTERNAL')
  const folder = chooseDataFolder(env)
  if (!existsSync(folder) || readdirSync(folder).length === 0)
    return step(`There is nothing to erase in ${folder}`)
  if (!existsSync(join(folder, MARK))) throw new OperatorError('FOREIGN_FOLDER', { folder })
  const pid = runningOn(folder)
  if (pid) throw new OperatorError('ALREADY_RUNNING', { pid })

  const cluster = clusterFolder({ folder, id: readStamp(join(folder, MARK))?.id ?? 'unknown' }, 'postgres')
  await endOrphan(cluster)
  rmSync(cluster, { recursive: true, force: true })
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
  step(`${folder} is empty. The next npm start founds the demo towns anew.`)
}
