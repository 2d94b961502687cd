import { SqlMigration } from '#database/support/sql_migration'
import { tenantTable } from '#database/support/tenant_table'

/** Whose data the town has asked for, of whom, by which right, and what came of it. None of the data. */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE evidence_queries (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         case_id uuid NOT NULL,
         key text NOT NULL,
         service text NOT NULL,
         source text NOT NULL,
         subject text NOT NULL,
         scope text NOT NULL,
         purpose text NOT NULL,
         authority text NOT NULL CHECK (authority IN ('law', 'consent')),
         article text NOT NULL,
         procedure text NOT NULL,
         unit text NOT NULL,
         asked_at timestamptz NOT NULL,
         CONSTRAINT evidence_queries_key PRIMARY KEY (municipality_id, id)
       )`,
      `CREATE INDEX evidence_queries_of_case ON evidence_queries (municipality_id, case_id)`,
      // Whoever is asked about may want to know who did (GDPR, art. 15.1.c).
      `CREATE INDEX evidence_queries_of_subject ON evidence_queries (municipality_id, subject, id)`,
      ...tenantTable('evidence_queries', 'append'),
      `CREATE TABLE evidence_answers (
         municipality_id uuid NOT NULL,
         query_id uuid NOT NULL,
         case_id uuid NOT NULL,
         key text NOT NULL,
         outcome text NOT NULL CHECK (outcome IN ('found', 'not_found', 'several', 'refused', 'unavailable')),
         reference text,
         digest text,
         answered_at timestamptz NOT NULL,
         CONSTRAINT evidence_answers_key PRIMARY KEY (municipality_id, query_id),
         CONSTRAINT evidence_answers_digest CHECK ((outcome = 'unavailable') = (digest IS NULL)),
         CONSTRAINT evidence_answers_query FOREIGN KEY (municipality_id, query_id) REFERENCES evidence_queries (municipality_id, id)
       )`,
      // Whatever the code does: an answer takes effect once in a step of a case.
      `CREATE UNIQUE INDEX evidence_answers_once ON evidence_answers (municipality_id, case_id, key) WHERE outcome <> 'unavailable'`,
      ...tenantTable('evidence_answers', 'append'),
    ]
  }
}
