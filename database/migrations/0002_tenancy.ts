import { SqlMigration } from '#database/support/sql_migration'
import { sharedTable, tenantTable } from '#database/support/tenant_table'
import { appRole } from '#database/support/roles'

/** Towns, the hosts they answer on, their bodies, units and calendars. */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE municipalities (
         id uuid PRIMARY KEY,
         slug text NOT NULL UNIQUE,
         name text NOT NULL,
         ine_code text,
         directory_code text,
         tax_number text,
         population int NOT NULL DEFAULT 0,
         time_zone text NOT NULL DEFAULT 'Europe/Madrid',
         languages text[] NOT NULL DEFAULT '{es,ca,en}',
         demo boolean NOT NULL DEFAULT false,
         is_default boolean NOT NULL DEFAULT false,
         settings jsonb NOT NULL DEFAULT '{}',
         created_at timestamptz NOT NULL DEFAULT now()
       )`,
      `CREATE UNIQUE INDEX municipalities_one_default ON municipalities (is_default) WHERE is_default`,
      `CREATE TABLE municipality_hosts (
         host text PRIMARY KEY,
         municipality_id uuid NOT NULL,
         CONSTRAINT municipality_hosts_municipality FOREIGN KEY (municipality_id) REFERENCES municipalities (id)
       )`,
      ...sharedTable('municipalities'),
      ...sharedTable('municipality_hosts'),
      // The demo seed and the commands that found a town write these through the app role.
      `GRANT INSERT, UPDATE ON municipalities, municipality_hosts TO ${appRole()}`,

      `CREATE TABLE bodies (
         municipality_id uuid NOT NULL REFERENCES municipalities (id),
         id uuid NOT NULL,
         role text NOT NULL,
         name jsonb NOT NULL,
         holder text,
         directory_code text,
         CONSTRAINT bodies_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT bodies_role UNIQUE (municipality_id, role)
       )`,
      ...tenantTable('bodies', 'change'),
      `CREATE TABLE units (
         municipality_id uuid NOT NULL REFERENCES municipalities (id),
         id uuid NOT NULL,
         slug text NOT NULL,
         name jsonb NOT NULL,
         directory_code text,
         roles text[] NOT NULL DEFAULT '{}',
         body_id uuid,
         CONSTRAINT units_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT units_slug UNIQUE (municipality_id, slug),
         CONSTRAINT units_body FOREIGN KEY (municipality_id, body_id) REFERENCES bodies (municipality_id, id)
       )`,
      ...tenantTable('units', 'change'),
      `CREATE TABLE calendar_years (
         municipality_id uuid NOT NULL REFERENCES municipalities (id),
         year int NOT NULL,
         source text NOT NULL DEFAULT '',
         CONSTRAINT calendar_years_key PRIMARY KEY (municipality_id, year)
       )`,
      ...tenantTable('calendar_years', 'change'),
      `CREATE TABLE calendar_days (
         municipality_id uuid NOT NULL REFERENCES municipalities (id),
         day date NOT NULL,
         scope text NOT NULL CHECK (scope IN ('state', 'region', 'local', 'body')),
         name jsonb NOT NULL,
         CONSTRAINT calendar_days_key PRIMARY KEY (municipality_id, day)
       )`,
      ...tenantTable('calendar_days', 'change'),
    ]
  }
}
