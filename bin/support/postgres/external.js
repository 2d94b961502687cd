import { secretsIn } from '../secrets.js'
import { OperatorError } from '../operator_error.js'
import { withClient } from './connect.js'
import { ensureRole, grantConnect, roleNames, rolesSql } from './roles.js'

const OLDEST = 15
const NEWEST = 18

/** Parses a connection string of the operator; throws DATABASE_URL_INVALID. */
export function parse(name, text) {
  try {
    const url = new URL(text)
    if (/^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return url
  } catch {
    // falls through to the one line that helps
  }
  throw new OperatorError('DATABASE_URL_INVALID', { name })
}

const withUser = (url, user, password) => {
  const copy = new URL(url)
  copy.username = encodeURIComponent(user)
  copy.password = encodeURIComponent(password)
  return copy.href
}

const checkVersion = async (client, where) => {
  const { rows } = await client.query('SHOW server_version_num')
  const major = Math.floor(Number(rows[0].server_version_num) / 10000)
  if (major < OLDEST || major > NEWEST) throw new OperatorError('DATABASE_VERSION', { where, version: major })
}

const makeRoles = async (client, missing, names, secrets, database, user) => {
  try {
    for (const role of missing) await ensureRole(client, names[role], secrets[role])
    if (missing.length > 0) await grantConnect(client, database, names)
  } catch (error) {
    if (error.code !== '42501') throw error
    throw new OperatorError('ROLES_NEEDED', { user, sql: rolesSql(database, names) })
  }
}

/** The operator's own server: checks it and completes the roles that were not given. Returns the variables. */
export async function useExternal(data, env) {
  const name = env.DATABASE_OWNER_URL ? 'DATABASE_OWNER_URL' : 'DATABASE_URL'
  const owner = parse(name, env[name])
  const database = decodeURIComponent(owner.pathname.slice(1))
  const secrets = secretsIn(data.folder)
  const names = roleNames(database)
  const given = {
    app: env.DATABASE_OWNER_URL && env.DATABASE_URL,
    dispatch: env.DATABASE_DISPATCH_URL,
  }
  const missing = ['app', 'dispatch'].filter((role) => !given[role])
  const where = owner.host
  try {
    await withClient(owner.href, async (client) => {
      await checkVersion(client, where)
      await makeRoles(client, missing, names, secrets, database, decodeURIComponent(owner.username))
    })
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError('DATABASE_UNREACHABLE', { where, name, detail: error.message || error.code })
  }
  return {
    DATABASE_URL: given.app ?? withUser(owner, names.app, secrets.app),
    DATABASE_DISPATCH_URL: given.dispatch ?? withUser(owner, names.dispatch, secrets.dispatch),
    DATABASE_OWNER_URL: owner.href,
  }
}
