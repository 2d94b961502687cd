import { SqlMigration } from '#database/support/sql_migration'
import { sharedTable, tenantTable } from '#database/support/tenant_table'

/** Persons and officers, both of one town each; rate limits, which name nobody. */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE persons (
         municipality_id uuid NOT NULL REFERENCES municipalities (id),
         id uuid NOT NULL,
         identifier text NOT NULL,
         given_name text NOT NULL DEFAULT '',
         surnames text NOT NULL DEFAULT '',
         organisation text,
         email text,
         phone text,
         language text NOT NULL DEFAULT 'es',
         last_access_at timestamptz,
         previous_access_at timestamptz,
         sessions_since timestamptz NOT NULL DEFAULT '-infinity',
         created_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT persons_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT persons_identifier UNIQUE (municipality_id, identifier)
       )`,
      ...tenantTable('persons', 'change'),
      `CREATE TABLE officers (
         municipality_id uuid NOT NULL REFERENCES municipalities (id),
         id uuid NOT NULL,
         email text NOT NULL,
         name text NOT NULL,
         position jsonb NOT NULL DEFAULT '{}',
         password_hash text NOT NULL,
         roles text[] NOT NULL DEFAULT '{}',
         unit_ids uuid[] NOT NULL DEFAULT '{}',
         language text NOT NULL DEFAULT 'es',
         active boolean NOT NULL DEFAULT true,
         failed_attempts int NOT NULL DEFAULT 0,
         locked_until timestamptz,
         last_access_at timestamptz,
         previous_access_at timestamptz,
         last_failure_at timestamptz,
         sessions_since timestamptz NOT NULL DEFAULT '-infinity',
         created_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT officers_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT officers_email UNIQUE (municipality_id, email)
       )`,
      ...tenantTable('officers', 'change'),
      `CREATE TABLE rate_limits (
         key text PRIMARY KEY,
         points int NOT NULL DEFAULT 0,
         expire bigint
       )`,
      ...sharedTable('rate_limits', 'change'),
    ]
  }
}
