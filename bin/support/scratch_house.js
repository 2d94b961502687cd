import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { clusterFolder, makeFolder, openDataFolder } from './data_folder.js'
import { onStop } from './lifecycle.js'
import { migrate } from './migrations.js'
import { withClient } from './postgres/connect.js'
import { DATABASE, startEmbedded, urls } from './postgres/embedded.js'
import { endOrphan } from './postgres/orphan.js'
import { freePort } from './ports.js'
import { claim } from './single.js'

/** The migrated database that others are copied from; nobody stays connected to it. */
const TEMPLATE = 'finestra_template'

/** Makes the template once and returns the variables that point at a fresh copy of it. */
async function copyOfTemplate({ port, secrets }, env) {
  const owner = urls(port, secrets, 'postgres').DATABASE_OWNER_URL
  const query = (sql) => withClient(owner, (client) => client.query(sql))
  await query(`CREATE DATABASE ${TEMPLATE}`)
  await migrate({ ...env, ...urls(port, secrets, TEMPLATE) }, null, null)
  const copy = `${DATABASE}_copy`
  await query(`CREATE DATABASE ${copy} TEMPLATE ${TEMPLATE}`)
  return { ...urls(port, secrets, copy), FINESTRA_TEMPLATE: TEMPLATE }
}

/**
 * A house for one run of the tests or the bench: a cluster of its own in `<data>/<name>`, erased
 * before and after (unless kept), with a migrated template (FINESTRA_TEMPLATE), DATABASE_* of a copy and
 * a port that nobody listens on. `durable: false` turns fsync off: DATABASE_* then serve only what may be lost.
 */
export async function scratchHouse(name, { durable, keep = false, mode }) {
  const parent = await openDataFolder()
  const data = { folder: makeFolder(join(parent.folder, name)), id: parent.id }
  claim(data.folder)
  const cluster = clusterFolder(data, keep ? 'kept' : 'scratch')
  const files = join(data.folder, 'files')
  const erase = () => [cluster, files].forEach((path) => rmSync(path, { recursive: true, force: true }))
  await endOrphan(cluster)
  if (!keep) {
    erase()
    onStop(erase)
  }
  const server = await startEmbedded(data, { name: keep ? 'kept' : 'scratch', durable })
  const env = {
    ...process.env,
    APP_KEY: server.secrets.appKey,
    NODE_ENV: mode,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    FINESTRA_DATA: makeFolder(files),
    SESSION_DRIVER: 'memory',
  }
  if (!keep) return { env: { ...env, ...(await copyOfTemplate(server, env)) }, server }
  const kept = { ...env, ...server.urls }
  await migrate(kept, null, null)
  return { env: kept, server }
}
