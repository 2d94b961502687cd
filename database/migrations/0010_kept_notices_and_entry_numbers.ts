import { SqlMigration } from '#database/support/sql_migration'

/** A notice that no mail server carried away was kept, not sent; a case is found by any number of its entries. */
export default class extends SqlMigration {
  statements() {
    return [
      `ALTER TABLE notices DROP CONSTRAINT notices_state_check,
         ADD CONSTRAINT notices_state_check CHECK (state IN ('queued', 'sent', 'kept', 'failed'))`,
      `CREATE INDEX IF NOT EXISTS register_entries_entry_number ON register_entries (municipality_id, entry_number)`,
    ]
  }
}
