import { SqlMigration } from '#database/support/sql_migration'
import { tenantTable } from '#database/support/tenant_table'

/**
 * What a town has filled in of its procedures: each row is all of it for one procedure, as it stood after a change. The
 * sequence has two changes at once refuse each other.
 */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE town_values (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         slug text NOT NULL,
         sequence int NOT NULL CHECK (sequence > 0),
         digest text NOT NULL,
         contents jsonb NOT NULL,
         reason text,
         recorded_at timestamptz NOT NULL,
         CONSTRAINT town_values_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT town_values_in_order UNIQUE (municipality_id, slug, sequence)
       )`,
      ...tenantTable('town_values', 'append'),
    ]
  }
}
