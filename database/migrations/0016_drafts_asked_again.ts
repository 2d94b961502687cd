import { SqlMigration } from '#database/support/sql_migration'

/** The pages of a draft that are asked again, since it moved to another version than it was begun on. */
export default class extends SqlMigration {
  statements() {
    return [`ALTER TABLE drafts ADD COLUMN IF NOT EXISTS asked_again text[] NOT NULL DEFAULT '{}'`]
  }
}
