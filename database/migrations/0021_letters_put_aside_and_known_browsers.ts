import { SqlMigration } from '#database/support/sql_migration'
import { tenantTable } from '#database/support/tenant_table'

/**
 * A letter that was opened in the folder stays in the tray until somebody has seen it (Law 39/2015, art. 41.7); and
 * browsers in which an officer has signed in, which nobody elsewhere can lock.
 */
export default class extends SqlMigration {
  statements() {
    return [
      `DROP INDEX notifications_to_post`,
      `CREATE INDEX notifications_to_post ON notifications (municipality_id, id)
         WHERE address IS NOT NULL AND (state = 'available' OR (state = 'accepted' AND evidence -> 'put_aside' IS NULL))`,
      `CREATE TABLE officer_browsers (
         municipality_id uuid NOT NULL CONSTRAINT officer_browsers_municipality REFERENCES municipalities (id),
         browser_id uuid NOT NULL,
         officer_id uuid NOT NULL,
         failed_attempts int NOT NULL DEFAULT 0,
         locked_until timestamptz,
         last_access_at timestamptz NOT NULL,
         CONSTRAINT officer_browsers_key PRIMARY KEY (municipality_id, browser_id, officer_id),
         CONSTRAINT officer_browsers_officer FOREIGN KEY (municipality_id, officer_id) REFERENCES officers (municipality_id, id)
       )`,
      ...tenantTable('officer_browsers', 'change'),
    ]
  }
}
