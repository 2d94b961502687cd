import { SqlMigration } from '#database/support/sql_migration'

/** A notification on paper that was not posted, since its act must not be notified any more (Law 39/2015, art. 24.3). */
export default class extends SqlMigration {
  statements() {
    return [
      `ALTER TABLE notifications
         DROP CONSTRAINT notifications_state_check,
         ADD CONSTRAINT notifications_state_check CHECK (
           state IN ('available', 'accepted')
           OR (address IS NULL AND state IN ('rejected', 'expired'))
           OR (address IS NOT NULL AND state IN ('delivered', 'refused', 'published', 'taken_back')))`,
    ]
  }
}
