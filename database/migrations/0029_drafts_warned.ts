import { SqlMigration } from '#database/support/sql_migration'

/** When whoever left a draft was told that it will be erased. */
export default class extends SqlMigration {
  statements() {
    return [`ALTER TABLE drafts ADD COLUMN IF NOT EXISTS warned_at timestamptz`]
  }
}
