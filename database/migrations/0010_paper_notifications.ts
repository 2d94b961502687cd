import { SqlMigration } from '#database/support/sql_migration'

/** Notifications on paper (Law 39/2015, arts. 41 to 44): they have an address, and no term to be opened. */
export default class extends SqlMigration {
  statements() {
    return [
      `ALTER TABLE notifications
         ADD COLUMN address jsonb,
         ALTER COLUMN expires_at DROP NOT NULL,
         DROP CONSTRAINT notifications_state_check,
         ADD CONSTRAINT notifications_state_check CHECK (
           state IN ('available', 'accepted')
           OR (address IS NULL AND state IN ('rejected', 'expired'))
           OR (address IS NOT NULL AND state IN ('delivered', 'refused', 'published'))),
         ADD CONSTRAINT notifications_term_check CHECK ((expires_at IS NULL) = (address IS NOT NULL))`,
      `CREATE INDEX notifications_to_post ON notifications (municipality_id, id) WHERE address IS NOT NULL AND state = 'available'`,
    ]
  }
}
