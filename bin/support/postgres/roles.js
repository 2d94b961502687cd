/**
 * The three roles of the house on a server: owner (migrations), app (requests and jobs, under
 * row-level security), dispatch (may only ask which work is due; its rights come with the migrations).
 */
const PLAIN = 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION'

const quoted = (name) => `"${name.replaceAll('"', '""')}"`

/** The names of app and dispatch belong to their database: one server may carry several installations. */
export const roleNames = (database) => ({ app: `${database}_app`, dispatch: `${database}_dispatch` })

/** What an administrator runs by hand where we may not make roles. */
export const rolesSql = (database, names) =>
  [
    `CREATE ROLE ${quoted(names.app)} ${PLAIN} PASSWORD '...';`,
    `CREATE ROLE ${quoted(names.dispatch)} ${PLAIN} PASSWORD '...';`,
    `GRANT CONNECT ON DATABASE ${quoted(database)} TO ${quoted(names.app)}, ${quoted(names.dispatch)};`,
  ].join('\n')

/** Makes a role, or gives an existing one the password that we know. `client` is a connection of pg. */
export async function ensureRole(client, name, password, rights = PLAIN) {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  // Only a superuser may touch the other attributes of a role that exists, even to leave them as they are.
  const how = rowCount > 0 ? `ALTER ROLE ${quoted(name)}` : `CREATE ROLE ${quoted(name)} ${rights}`
  await client.query(`${how} PASSWORD ${client.escapeLiteral(password)}`)
}

export const grantConnect = (client, database, names) =>
  client.query(
    `GRANT CONNECT ON DATABASE ${quoted(database)} TO ${quoted(names.app)}, ${quoted(names.dispatch)}`
  )

/** The roles and the database of the embedded server; safe to repeat. */
export async function ensureHouse(client, database, secrets) {
  const names = roleNames(database)
  const owner = `${database}_owner`
  await ensureRole(
    client,
    owner,
    secrets.owner,
    'LOGIN NOSUPERUSER BYPASSRLS CREATEDB NOCREATEROLE NOREPLICATION'
  )
  await client.query(`GRANT pg_monitor TO ${quoted(owner)}`)
  await ensureRole(client, names.app, secrets.app)
  await ensureRole(client, names.dispatch, secrets.dispatch)
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
  if (rowCount > 0) return
  await client.query(`CREATE DATABASE ${quoted(database)} OWNER ${quoted(owner)}`)
  await client.query(`REVOKE ALL ON DATABASE ${quoted(database)} FROM PUBLIC`)
  await grantConnect(client, database, names)
}
