import { Exception } from '@adonisjs/core/exceptions'

/** A query without a town, or across two. It is a bug with an alarm, never an empty list. */
export class NoTenantError extends Exception {
  static override status = 500
  static override code = 'E_NO_TENANT'
}

/** No town answers on this host. */
export class UnknownHostError extends Exception {
  static override status = 404
  static override code = 'E_UNKNOWN_HOST'
}

const REMEDIES: Record<string, string> = {
  app_is_superuser: 'the role of DATABASE_URL is a superuser: ALTER ROLE ... NOSUPERUSER, or name another',
  app_bypasses_policies:
    'the role of DATABASE_URL has BYPASSRLS: ALTER ROLE ... NOBYPASSRLS, or name another',
  app_owns_tables:
    'the role of DATABASE_URL owns the tables: give migrations a role of their own in DATABASE_OWNER_URL',
  fsync_off: 'the server runs with fsync = off: a power cut would undo what was acknowledged',
  full_page_writes_off: 'the server runs with full_page_writes = off: a power cut could tear its pages',
  synchronous_commit_off: 'the server runs with synchronous_commit = off: acknowledged filings could be lost',
}

/** The house does not start on a database that could mix towns or lose what it acknowledged. */
export class UnsafeDatabaseError extends Exception {
  static override code = 'E_UNSAFE_DATABASE'

  constructor(readonly faults: string[]) {
    super(`Finestra does not start: ${faults.map((fault) => REMEDIES[fault] ?? fault).join('; ')}.`)
  }
}
