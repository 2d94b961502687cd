import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { clusterFolder, makeFolder, openDataFolder } from './data_folder.js'
import { onStop } from './lifecycle.js'
import { migrate } from './migrations.js'
import { borrowServer } from './postgres/borrowed.js'
import { withClient } from './postgres/connect.js'
import { startEmbedded } from './postgres/embedded.js'
import { endOrphan } from './postgres/orphan.js'
import { freePort } from './ports.js'
import { claim } from './single.js'

/** Makes the migrated template that others are copied from, once; returns the variables that point at a fresh copy. */
async function copyOfTemplate({ name, maintenance, urlsOf }, env) {
  const query = (sql) => withClient(maintenance, (client) => client.query(sql))
  const [template, copy] = [`${name}_template`, `${name}_copy`]
  await query(`CREATE DATABASE "${template}"`)
  await migrate({ ...env, ...urlsOf(template) })
  await query(`CREATE DATABASE "${copy}" TEMPLATE "${template}"`)
  return { ...urlsOf(copy), FINESTRA_TEMPLATE: template }
}

/**
 * A house for one run of the tests or the bench: a cluster of its own in `<data>/<name>`, erased
 * before and after (unless kept), with a migrated template (FINESTRA_TEMPLATE), DATABASE_* of a copy and
 * a port that nobody listens on. `durable: false` turns fsync off: DATABASE_* then serve only what may be lost.
 * `binaries` are those of another PostgreSQL, `lent` the address of a server that runs.
 */
export async function scratchHouse(name, { durable, keep = false, mode, binaries, lent }) {
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
  const server = lent
    ? await borrowServer(data, lent)
    : await startEmbedded(data, { name: keep ? 'kept' : 'scratch', durable, binaries })
  const env = {
    ...process.env,
    APP_KEY: server.secrets.appKey,
    NODE_ENV: mode,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    FINESTRA_DATA: makeFolder(files),
    FINESTRA_DEMO: '1',
  }
  if (!keep) return { env: { ...env, ...(await copyOfTemplate(server, env)) }, server }
  const kept = { ...env, ...server.urls }
  await migrate(kept)
  return { env: kept, server }
}
