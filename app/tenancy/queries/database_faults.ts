import db from '@adonisjs/lucid/services/db'
import { UnsafeDatabaseError } from '#tenancy/errors'

/** Why a database may not carry legal facts: an app that no policy binds, or a server that forgets commits. */
export type DatabaseFault =
  | 'app_is_superuser'
  | 'app_bypasses_policies'
  | 'app_owns_tables'
  | 'fsync_off'
  | 'full_page_writes_off'
  | 'synchronous_commit_off'

const QUESTIONS = `
SELECT r.rolsuper AS "app_is_superuser",
       r.rolbypassrls AS "app_bypasses_policies",
       EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
               AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS "app_owns_tables",
       current_setting('fsync') = 'off' AS "fsync_off",
       current_setting('full_page_writes') = 'off' AS "full_page_writes_off",
       current_setting('synchronous_commit') = 'off' AS "synchronous_commit_off"
FROM pg_roles r WHERE r.rolname = current_user`

interface Asked {
  durable: boolean
  /** Who asks: the app's connection. */
  query?: { rawQuery(sql: string): PromiseLike<{ rows: unknown[] }> }
}

/** What is wrong with the database that a connection leads to. Whether it is durable counts in production only. */
export async function databaseFaults({ durable, query = db }: Asked): Promise<DatabaseFault[]> {
  const { rows } = await query.rawQuery(QUESTIONS)
  const faults = Object.entries(rows[0] as Record<DatabaseFault, boolean>)
    .filter(([, is]) => is)
    .map(([fault]) => fault as DatabaseFault)
  return faults.filter((fault) => durable || !fault.endsWith('_off'))
}

/**
 * Called before the first request and the first job.
 * @throws UnsafeDatabaseError naming every fault, so that one start is enough to mend them
 */
export async function assertSafeDatabase(asked: Asked): Promise<void> {
  const faults = await databaseFaults(asked)
  if (faults.length > 0) throw new UnsafeDatabaseError(faults)
}
