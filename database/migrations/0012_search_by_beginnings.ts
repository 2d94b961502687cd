import { SqlMigration } from '#database/support/sql_migration'
import { TENANT } from '#database/support/tenant_table'
import { appRole } from '#database/support/roles'

/**
 * Cases are found by the beginnings of words. All that a case is found by is a word of it, identity numbers
 * too, so that one index answers; numbers of entries are asked of the books.
 */
export default class extends SqlMigration {
  statements() {
    return [
      `DROP FUNCTION index_case(uuid, text, text, text), search_cases(text, int)`,
      // Runs of letters and digits and nothing else: left alone, the parser takes "c/Mayor" for a path.
      `CREATE FUNCTION search_words(p_text text) RETURNS tsvector
       LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
         SELECT to_tsvector('simple', regexp_replace(public.unaccent(lower(p_text)), '[^[:alnum:]]+', ' ', 'g')) $$`,
      `UPDATE case_search
       SET words = search_words(identifier || ' ' || array_to_string(tsvector_to_array(words), ' '))`,
      `ALTER TABLE case_search DROP COLUMN identifier, DROP COLUMN entry_number`,
      // What was added lately would wait in a list that each search reads through: enough of it, and no index is used.
      `ALTER INDEX case_search_words SET (fastupdate = off)`,
      `SELECT gin_clean_pending_list('case_search_words'::regclass)`,
      `CREATE FUNCTION index_case(p_case uuid, p_text text) RETURNS void
       LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
         INSERT INTO public.case_search (municipality_id, case_id, words)
         VALUES (${TENANT}, p_case, public.search_words(p_text))
         ON CONFLICT (municipality_id, case_id) DO UPDATE SET words = excluded.words $$`,
      // The matches first, the newest of them after: an order and a limit beside the condition would tempt the
      // planner to walk through the cases of the town instead.
      `CREATE FUNCTION search_cases(p_query tsquery, p_limit int) RETURNS TABLE (case_id uuid)
       LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
         WITH found AS MATERIALIZED (
           SELECT s.case_id FROM public.case_search s WHERE s.municipality_id = ${TENANT} AND s.words @@ p_query)
         SELECT f.case_id FROM found f ORDER BY f.case_id DESC LIMIT least(p_limit, 200) $$`,
      `REVOKE ALL ON FUNCTION search_words(text), index_case(uuid, text), search_cases(tsquery, int) FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION index_case(uuid, text), search_cases(tsquery, int) TO ${appRole()}`,
    ]
  }
}
