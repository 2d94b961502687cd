import { SqlMigration } from '#database/support/sql_migration'

/** The pages of a draft that were answered, or passed with nothing to answer: the others have not been looked at yet. */
export default class extends SqlMigration {
  statements() {
    return [`ALTER TABLE drafts ADD COLUMN IF NOT EXISTS seen text[] NOT NULL DEFAULT '{}'`]
  }
}
