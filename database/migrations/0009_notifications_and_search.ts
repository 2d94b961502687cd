import { SqlMigration } from '#database/support/sql_migration'
import { TENANT, tenantTable } from '#database/support/tenant_table'
import { appRole } from '#database/support/roles'

/** Formal notifications (Law 39/2015, arts. 40-43), courtesy notices, and the search of cases. */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE notifications (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         case_id uuid NOT NULL,
         person_id uuid NOT NULL,
         document_id uuid NOT NULL,
         entry_id uuid,
         key text NOT NULL DEFAULT '',
         subject text NOT NULL,
         state text NOT NULL DEFAULT 'available' CHECK (state IN ('available', 'accepted', 'rejected', 'expired')),
         made_available_at timestamptz NOT NULL,
         expires_at timestamptz NOT NULL,
         acted_at timestamptz,
         evidence jsonb NOT NULL DEFAULT '{}',
         CONSTRAINT notifications_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT notifications_once UNIQUE (municipality_id, case_id, key)
       )`,
      `CREATE INDEX notifications_person ON notifications (municipality_id, person_id, id)`,
      ...tenantTable('notifications', 'change'),
      `CREATE TABLE notices (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         case_id uuid,
         key text NOT NULL DEFAULT '',
         recipient text NOT NULL,
         subject text NOT NULL,
         text text NOT NULL,
         html text NOT NULL,
         language text NOT NULL,
         state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed')),
         created_at timestamptz NOT NULL,
         sent_at timestamptz,
         CONSTRAINT notices_key PRIMARY KEY (municipality_id, id)
       )`,
      ...tenantTable('notices', 'change'),
      // Search operators are not leakproof: behind a policy their index would never be used. So
      // the rows are reachable through two functions only, and these filter by the tenant.
      `CREATE EXTENSION IF NOT EXISTS unaccent`,
      `CREATE TABLE case_search (
         municipality_id uuid NOT NULL,
         case_id uuid NOT NULL,
         entry_number text NOT NULL,
         identifier text NOT NULL,
         words tsvector NOT NULL,
         CONSTRAINT case_search_key PRIMARY KEY (municipality_id, case_id)
       )`,
      `CREATE INDEX case_search_words ON case_search USING gin (words)`,
      `CREATE INDEX case_search_identifier ON case_search (municipality_id, identifier)`,
      `CREATE INDEX case_search_number ON case_search (municipality_id, entry_number)`,
      `ALTER TABLE case_search ENABLE ROW LEVEL SECURITY`,
      `REVOKE ALL ON case_search FROM PUBLIC`,
      `CREATE FUNCTION index_case(p_case uuid, p_number text, p_identifier text, p_text text) RETURNS void
       LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
         INSERT INTO public.case_search
         VALUES (${TENANT}, p_case, upper(p_number), upper(p_identifier), to_tsvector('simple', public.unaccent(lower(p_text))))
         ON CONFLICT (municipality_id, case_id) DO UPDATE
         SET entry_number = excluded.entry_number, identifier = excluded.identifier, words = excluded.words $$`,
      `CREATE FUNCTION search_cases(p_query text, p_limit int) RETURNS TABLE (case_id uuid)
       LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
         SELECT s.case_id FROM public.case_search s
         WHERE s.municipality_id = ${TENANT}
           AND (s.identifier = upper(trim(p_query)) OR s.entry_number = upper(trim(p_query))
                OR s.words @@ websearch_to_tsquery('simple', public.unaccent(lower(p_query))))
         ORDER BY s.case_id DESC LIMIT least(p_limit, 200) $$`,
      `REVOKE ALL ON FUNCTION index_case(uuid, text, text, text), search_cases(text, int) FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION index_case(uuid, text, text, text), search_cases(text, int) TO ${appRole()}`,
      `SELECT ensure_partitions(2025)`,
    ]
  }
}
