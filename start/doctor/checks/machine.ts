import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { fails, warns, well, type Finding } from '#start/doctor/finding'
import { dataFolder } from '#start/doctor/data_folder'

const [SCARCE_MB, LOW_MB] = [200, 2000]
const OLDEST_NODE = 24

export async function lookAtNode(): Promise<Finding[]> {
  const { node } = process.versions
  return Number(node.split('.')[0]) >= OLDEST_NODE
    ? [well('Node', node)]
    : [fails('Node', `${node} is too old`, 'Run commands by npm and node ace, which fetch the right one.')]
}

export async function lookAtDisk(): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(dataFolder())
  const free = Math.floor((bavail * bsize) / 2 ** 20)
  const said = `${free} MB are free for ${dataFolder()}`
  const remedy = 'Free some space, or move FINESTRA_DATA to a larger disk: what is full takes no filing.'
  if (free < SCARCE_MB) return [fails('Disk', said, remedy)]
  return free < LOW_MB ? [warns('Disk', said, remedy)] : [well('Disk', said)]
}

/** Files that nobody else may read. */
const OURS = ['secrets.json', 'logs', 'demo.json', 'postgres.log']

export async function lookAtFolder(): Promise<Finding[]> {
  const folder = dataFolder()
  const found: Finding[] = []
  for (const name of OURS) {
    const status = await stat(join(folder, name)).catch(() => null)
    if (!status || (status.mode & 0o077) === 0) continue
    const mode = (status.mode & 0o777).toString(8)
    found.push(
      fails(
        'Data folder',
        `${name} can be read by others (${mode})`,
        `Run chmod go-rwx ${join(folder, name)}`
      )
    )
  }
  const closed = await access(folder, constants.W_OK).then(
    () => false,
    () => true
  )
  if (closed)
    found.push(
      fails(
        'Data folder',
        `${folder} can't be written by this user`,
        'Run as the user who owns it, or give it to this one.'
      )
    )
  return found.length > 0 ? found : [well('Data folder', folder)]
}
