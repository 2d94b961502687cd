import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { assertSpace } from '../disk.js'
import { clusterFolder } from '../data_folder.js'
import { step } from '../say.js'
import { secretsIn } from '../secrets.js'
import { postgresBinaries } from './binaries.js'
import { ensureCluster } from './cluster.js'
import { urlFor, withClient } from './connect.js'
import { diagnoseAnswer } from './diagnosis.js'
import { ensureHouse, roleNames } from './roles.js'
import { startServer } from './server.js'

export const DATABASE = 'finestra'

/** What a new cluster with its first write-ahead log takes, and what a known one needs to come up. */
const NEEDED_MB = { fresh: 300, known: 50 }

/** The connection strings of all roles on the embedded server, by the variable that carries each. */
export function urls(port, secrets, database = DATABASE) {
  const names = roleNames(DATABASE)
  const url = (user, password) => urlFor({ user, password, port, database })
  return {
    DATABASE_URL: url(names.app, secrets.app),
    DATABASE_DISPATCH_URL: url(names.dispatch, secrets.dispatch),
    DATABASE_OWNER_URL: url(`${DATABASE}_owner`, secrets.owner),
    DATABASE_ADMIN_URL: url('postgres', secrets.superuser),
  }
}

/**
 * The embedded PostgreSQL under the data folder, running, with its roles and its empty or known
 * database: `{ secrets, name, maintenance, folder, urls, urlsOf }`. It ends with this process, after everything that was
 * started later.
 */
export async function startEmbedded(data, { name = 'postgres', durable = true, binaries } = {}) {
  const folder = clusterFolder(data, name)
  await assertSpace(folder, existsSync(folder) ? NEEDED_MB.known : NEEDED_MB.fresh)
  const secrets = secretsIn(data.folder)
  binaries ??= postgresBinaries()
  const fresh = await ensureCluster(binaries, folder, secrets.superuser)
  const { port } = await startServer(binaries, folder, join(data.folder, `${name}.log`), { durable })
  const admin = urlFor({ user: 'postgres', password: secrets.superuser, port, database: 'postgres' })
  await withClient(admin, (client) => ensureHouse(client, DATABASE, secrets)).catch((error) => {
    throw diagnoseAnswer(error, folder)
  })
  step(`PostgreSQL ${binaries.major} is ready${fresh ? ' (new data folder)' : ''}`)
  const urlsOf = (database) => urls(port, secrets, database)
  const maintenance = urlsOf('postgres').DATABASE_OWNER_URL
  return { secrets, name: DATABASE, maintenance, folder, urls: urlsOf(DATABASE), urlsOf }
}
