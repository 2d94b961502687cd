import db from '@adonisjs/lucid/services/db'
import { fails, warns, well, type Finding } from '#start/doctor/finding'
import { houseState } from '#start/health/house_state'
import { databaseFaults } from '#tenancy/queries/database_faults'

const asked = async <Row>(sql: string, connection = 'app'): Promise<Row[]> =>
  (await db.connection(connection).rawQuery(sql)).rows

const [OLDEST, NEWEST] = [15, 18]

export async function lookAtServer(): Promise<Finding[]> {
  const [row] = await asked<{ version: string; number: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS number`
  )
  const major = Math.floor(Number(row!.number) / 10_000)
  return major >= OLDEST && major <= NEWEST
    ? [well('PostgreSQL', row!.version)]
    : [fails('PostgreSQL', `${row!.version} is not supported`, `Use PostgreSQL ${OLDEST} to ${NEWEST}.`)]
}

/** Roles that row-level security binds, and a server that forgets nothing. */
export async function lookAtRoles(): Promise<Finding[]> {
  const faults = await databaseFaults({ durable: true })
  const [dispatch] = await asked<{ name: string; free: boolean; reads: boolean }>(
    `SELECT rolname AS name, rolsuper OR rolbypassrls AS free, has_table_privilege('persons', 'SELECT') AS reads
     FROM pg_roles WHERE rolname = current_user`,
    'dispatch'
  )
  const found = faults.map((fault) => fails('Database', fault.replaceAll('_', ' '), 'Give roles that own nothing, and settings that are on: see the README, With your own servers.')) // prettier-ignore
  if (dispatch!.free)
    found.push(
      fails('Database', `${dispatch!.name} passes over the policies`, 'Take SUPERUSER and BYPASSRLS from it.')
    )
  else if (dispatch!.reads)
    found.push(
      warns(
        'Database',
        `${dispatch!.name}, who asks for due work, may read persons too`,
        'Give DATABASE_DISPATCH_URL a role of its own.'
      )
    )
  return found.length > 0 ? found : [well('Database', 'its roles are bound, and it forgets nothing')]
}

const UNBOUND = `
SELECT c.relname AS name FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'municipality_id' AND NOT a.attisdropped)
  AND c.relname NOT IN ('municipality_hosts', 'case_search') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`

export async function lookAtPolicies(): Promise<Finding[]> {
  const open = await asked<{ name: string }>(UNBOUND)
  return open.length === 0
    ? [well('Policies', 'every table of a town has them, forced')]
    : [
        fails(
          'Policies',
          `not forced on ${open.map(({ name }) => name).join(', ')}`,
          'Run ALTER TABLE <name> FORCE ROW LEVEL SECURITY as the owner.'
        ),
      ]
}

export async function lookAtSchema(): Promise<Finding[]> {
  const { pending, partitionsUntil, askedAt } = await houseState()
  const ahead = partitionsUntil - askedAt.getUTCFullYear()
  return [
    pending.length === 0
      ? well('Migrations', 'the database has seen all')
      : fails(
          'Migrations',
          `${pending.length} are pending, first ${pending[0]}`,
          'Start the house, which runs them: npm start'
        ),
    ahead >= 2
      ? well('Partitions', `cut until the end of ${partitionsUntil}`)
      : (ahead < 0 ? fails : warns)(
          'Partitions',
          `cut until the end of ${partitionsUntil} only`,
          'Let the worker run, whose daily chores cut them.'
        ),
  ]
}

const [SKEWED_S, WRONG_S] = [1, 30]

export async function lookAtClock(): Promise<Finding[]> {
  const before = Date.now()
  const [row] = await asked<{ at: string }>('SELECT extract(epoch FROM clock_timestamp())::text AS at')
  const after = Date.now()
  const middle = (before + after) / 2
  const skew = Math.max(0, Math.abs(Number(row!.at) * 1000 - middle) - (after - before) / 2) / 1000
  const said = `this machine and the database differ by ${skew.toFixed(1)} s`
  const remedy = 'Let both set their clocks by NTP: terms and numbers go by them.'
  if (skew > WRONG_S) return [fails('Clock', said, remedy)]
  return skew > SKEWED_S ? [warns('Clock', said, remedy)] : [well('Clock', said)]
}

/** What a server must not write to its own log: statements that it refused, and the rows that they were about. */
export async function lookAtServerLog(): Promise<Finding[]> {
  const [row] = await asked<{ terse: boolean; silent: boolean }>(
    `SELECT current_setting('log_error_verbosity') = 'terse' AS terse,
            current_setting('log_min_error_statement') IN ('panic', 'fatal', 'log') AS silent`
  )
  return row!.terse && row!.silent
    ? [well('Log of the database', 'keeps nothing of what people wrote')]
    : [
        warns(
          'Log of the database',
          'a statement that is refused is logged with what somebody wrote',
          `Set log_error_verbosity = terse and log_min_error_statement = panic on the server.`
        ),
      ]
}
