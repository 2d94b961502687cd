import { SqlMigration } from '#database/support/sql_migration'
import { tenantTable } from '#database/support/tenant_table'

/** The register (Law 39/2015, art. 16) and the audit trail: gapless, chained, never changed. */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE register_counters (
         municipality_id uuid NOT NULL REFERENCES municipalities (id),
         book text NOT NULL CHECK (book IN ('incoming', 'outgoing')),
         year int NOT NULL,
         last_number bigint NOT NULL DEFAULT 0,
         last_at timestamptz NOT NULL DEFAULT '-infinity',
         entries bigint NOT NULL DEFAULT 0,
         head text NOT NULL,
         CONSTRAINT register_counters_key PRIMARY KEY (municipality_id, book)
       ) WITH (fillfactor = 10)`,
      ...tenantTable('register_counters', 'change'),
      `CREATE TABLE register_entries (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         book text NOT NULL,
         year int NOT NULL,
         number bigint NOT NULL,
         entry_number text NOT NULL,
         recorded_at timestamptz NOT NULL,
         effective_at timestamptz NOT NULL,
         effective_date date NOT NULL,
         filing_id uuid,
         case_id uuid,
         document_id uuid,
         content jsonb NOT NULL,
         salt text NOT NULL,
         commitment text NOT NULL,
         previous_hash text NOT NULL,
         hash text NOT NULL,
         CONSTRAINT register_entries_key PRIMARY KEY (municipality_id, id)
       ) PARTITION BY RANGE (id)`,
      `CREATE INDEX register_entries_number ON register_entries (municipality_id, book, year, number)`,
      `CREATE INDEX register_entries_case ON register_entries (municipality_id, case_id)`,
      ...tenantTable('register_entries', 'append'),
      `CREATE TABLE audit_heads (
         municipality_id uuid NOT NULL REFERENCES municipalities (id),
         sequence bigint NOT NULL DEFAULT 0,
         last_at timestamptz NOT NULL DEFAULT '-infinity',
         head text NOT NULL,
         CONSTRAINT audit_heads_key PRIMARY KEY (municipality_id)
       ) WITH (fillfactor = 10)`,
      ...tenantTable('audit_heads', 'change'),
      `CREATE TABLE audit_entries (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         sequence bigint NOT NULL,
         at timestamptz NOT NULL,
         actor_kind text NOT NULL,
         actor_id text NOT NULL,
         action text NOT NULL,
         subject_kind text NOT NULL,
         subject_id text NOT NULL,
         detail jsonb NOT NULL DEFAULT '{}',
         salt text NOT NULL,
         commitment text NOT NULL,
         previous_hash text NOT NULL,
         hash text NOT NULL,
         CONSTRAINT audit_entries_key PRIMARY KEY (municipality_id, id)
       ) PARTITION BY RANGE (id)`,
      `CREATE INDEX audit_entries_subject ON audit_entries (municipality_id, subject_id)`,
      `CREATE INDEX audit_entries_sequence ON audit_entries (municipality_id, sequence)`,
      ...tenantTable('audit_entries', 'append'),
      `CREATE TABLE idempotency_keys (
         municipality_id uuid NOT NULL,
         key uuid NOT NULL,
         body_digest text NOT NULL,
         answer jsonb NOT NULL,
         created_at timestamptz NOT NULL,
         CONSTRAINT idempotency_keys_key PRIMARY KEY (municipality_id, key)
       )`,
      ...tenantTable('idempotency_keys', 'append_and_remove'),
      `INSERT INTO partitioned_tables VALUES ('register_entries'), ('audit_entries')`,
    ]
  }
}
