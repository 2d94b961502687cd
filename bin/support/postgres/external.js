import { secretsIn } from '../secrets.js'
import { OperatorError } from '../operator_error.js'
import { withClient } from './connect.js'
import { ensureRole, grantConnect, roleNames, rolesSql } from './roles.js'
import { inRange } from './versions.js'

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

/** The connections of the roles that a start made beside the owner that it was given. */
export function madeUrls(name, address, secrets) {
  const owner = parse(name, address)
  const names = roleNames(decodeURIComponent(owner.pathname.slice(1)))
  return {
    DATABASE_URL: withUser(owner, names.app, secrets.app),
    DATABASE_DISPATCH_URL: withUser(owner, names.dispatch, secrets.dispatch),
  }
}

/** Codes of a server that is there and doesn't want us: password, right to log in, database. */
const REFUSALS = ['28P01', '28000', '3D000', '42501']

/** Does `work` with a connection; one that can't be had becomes one clear line. */
async function connected(name, url, work) {
  try {
    return await withClient(url.href, work)
  } catch (error) {
    if (error instanceof OperatorError) throw error
    const code = REFUSALS.includes(error.code) ? 'DATABASE_REFUSED' : 'DATABASE_UNREACHABLE'
    throw new OperatorError(code, { where: url.host, name, detail: error.message || error.code })
  }
}

const checkVersion = async (client, where) => {
  const { rows } = await client.query('SHOW server_version_num')
  const major = Math.floor(Number(rows[0].server_version_num) / 10000)
  if (!inRange(major)) throw new OperatorError('DATABASE_VERSION', { where, version: major })
}

/** A server that forgets what it acknowledged carries no legal facts. */
const checkDurable = async (client, where) => {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const { rows } = await client.query('SELECT current_setting($1) AS value', [setting])
    if (rows[0].value === 'off') throw new OperatorError('DATABASE_FORGETS', { where, setting })
  }
}

/** The app's role must be one that row-level security binds. */
const checkBound = async (client, name) => {
  const { rows } = await client.query(
    'SELECT rolname, rolsuper OR rolbypassrls AS free FROM pg_roles WHERE rolname = current_user'
  )
  if (rows[0].free) throw new OperatorError('DATABASE_ROLE_UNBOUND', { name, user: rows[0].rolname })
}

const makeRoles = async (client, missing, { names, secrets, database, user, ownerGiven }) => {
  try {
    for (const role of missing) await ensureRole(client, names[role], secrets[role])
    if (missing.length > 0) await grantConnect(client, database, names)
  } catch (error) {
    if (error.code !== '42501') throw error
    throw new OperatorError('ROLES_NEEDED', { user, ownerGiven, sql: rolesSql(database, names) })
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
  await connected(name, owner, async (client) => {
    await checkVersion(client, owner.host)
    await checkDurable(client, owner.host)
    const ownerGiven = Boolean(env.DATABASE_OWNER_URL)
    const user = decodeURIComponent(owner.username)
    await makeRoles(client, missing, { names, secrets, database, user, ownerGiven })
  })
  const made = madeUrls(name, env[name], secrets)
  const urls = {
    DATABASE_URL: given.app ?? made.DATABASE_URL,
    DATABASE_DISPATCH_URL: given.dispatch ?? made.DATABASE_DISPATCH_URL,
  }
  for (const [role, url] of Object.entries(urls))
    await connected(role, parse(role, url), (client) => checkBound(client, role))
  return { ...urls, DATABASE_OWNER_URL: owner.href }
}
