import { SqlMigration } from '#database/support/sql_migration'
import { tenantTable } from '#database/support/tenant_table'

/** What passes between the cases of a town: messages, signals, and cases that no filing opens. */
export default class extends SqlMigration {
  statements() {
    return [
      // A case that is opened ex officio (Law 39/2015, art. 58) has no filing, and no entry in the book.
      `ALTER TABLE case_files ALTER COLUMN filing_id DROP NOT NULL, ALTER COLUMN entry_id DROP NOT NULL,
         ADD CONSTRAINT case_files_filed CHECK ((filing_id IS NULL) = (entry_id IS NULL))`,
      `CREATE TABLE opening_counters (
         municipality_id uuid NOT NULL,
         year int NOT NULL,
         last bigint NOT NULL,
         CONSTRAINT opening_counters_key PRIMARY KEY (municipality_id, year)
       )`,
      ...tenantTable('opening_counters', 'keep'),
      `CREATE TABLE openings (
         municipality_id uuid NOT NULL,
         case_id uuid NOT NULL,
         number text NOT NULL,
         cause text NOT NULL CHECK (cause IN ('call', 'message', 'signal', 'timer')),
         key text NOT NULL,
         parent_id uuid,
         parent_key text,
         opened_at timestamptz NOT NULL,
         CONSTRAINT openings_key PRIMARY KEY (municipality_id, case_id),
         CONSTRAINT openings_number UNIQUE (municipality_id, number),
         CONSTRAINT openings_once UNIQUE (municipality_id, key),
         CONSTRAINT openings_parent CHECK ((parent_id IS NULL) = (parent_key IS NULL) AND (cause = 'call') = (parent_id IS NOT NULL))
       )`,
      `CREATE INDEX openings_of_parent ON openings (municipality_id, parent_id) WHERE parent_id IS NOT NULL`,
      ...tenantTable('openings', 'append'),
      // What one case tells another, or somebody outside tells whichever waits; kept while nobody does.
      `CREATE TABLE messages (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         key text NOT NULL,
         name text NOT NULL,
         correlation text NOT NULL DEFAULT '',
         payload jsonb,
         sender_kind text NOT NULL,
         sender_id text NOT NULL,
         sent_at timestamptz NOT NULL,
         expires_at timestamptz NOT NULL,
         state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'expired')),
         case_id uuid,
         ended_at timestamptz,
         CONSTRAINT messages_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT messages_once UNIQUE (municipality_id, key),
         CONSTRAINT messages_ended CHECK ((state = 'waiting') = (ended_at IS NULL)),
         CONSTRAINT messages_received CHECK ((state = 'delivered') = (case_id IS NOT NULL)),
         CONSTRAINT messages_forgotten CHECK ((state = 'waiting') = (payload IS NOT NULL))
       )`,
      `CREATE INDEX messages_waiting ON messages (municipality_id, name, id) WHERE state = 'waiting'`,
      ...tenantTable('messages', 'keep'),
      `ALTER TABLE subscriptions ADD COLUMN kind text NOT NULL DEFAULT 'message' CHECK (kind IN ('message', 'signal')),
         ADD COLUMN since timestamptz`,
      `CREATE INDEX subscriptions_heard ON subscriptions (municipality_id, message, id)`,
    ]
  }
}
