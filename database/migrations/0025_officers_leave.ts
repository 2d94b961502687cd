import { SqlMigration } from '#database/support/sql_migration'

/** Whoever works here no more keeps their row and what they did; their address may be somebody else's. */
export default class extends SqlMigration {
  statements() {
    return [
      `ALTER TABLE officers DROP CONSTRAINT officers_email`,
      `CREATE UNIQUE INDEX officers_email ON officers (municipality_id, email) WHERE active`,
    ]
  }
}
