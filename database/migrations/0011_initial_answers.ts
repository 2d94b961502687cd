import { SqlMigration } from '#database/support/sql_migration'

/** What a task's form begins with: the inputs of its element, as they were when the task was opened. */
export default class extends SqlMigration {
  statements() {
    return [`ALTER TABLE tasks ADD COLUMN initial_answers jsonb`]
  }
}
