import { SqlMigration } from '#database/support/sql_migration'

/** Who signed a filing, and how they had identified themselves (Law 39/2015, arts. 10.4 and 11); null in older ones. */
export default class extends SqlMigration {
  statements() {
    return [`ALTER TABLE filings ADD COLUMN signer jsonb`]
  }
}
