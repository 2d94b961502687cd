import { appRole } from '#database/support/roles'
import { SqlMigration } from '#database/support/sql_migration'
import { neverEmptied } from '#database/support/tenant_table'

/** What is only ever added to, and what says where books, trails, cases and notifications stand. */
const NEVER_EMPTIED = [
  'audit_entries',
  'audit_heads',
  'case_events',
  'case_files',
  'document_contents',
  'documents',
  'filings',
  'idempotency_keys',
  'notes',
  'notifications',
  'procedure_versions',
  'register_counters',
  'register_entries',
  'stamp_templates',
  'verification_codes',
]

/** Of all that it once might, the app deletes drafts and uploads, work and messages that nobody waits for, calendars. */
const NEVER_DELETED = [
  'audit_heads',
  'bodies',
  'calendar_years',
  'case_files',
  'compiled_procedures',
  'idempotency_keys',
  'incidents',
  'notices',
  'notifications',
  'officers',
  'persons',
  'register_counters',
  'seals',
  'tasks',
  'town_procedures',
  'units',
]

/** Keys that PostgreSQL had named: `<table>_<what it refers to>` is the house's way. */
const OF_A_TOWN = [
  'audit_heads',
  'bodies',
  'calendar_days',
  'calendar_years',
  'officers',
  'persons',
  'register_counters',
  'seals',
  'stamp_templates',
  'town_procedures',
  'units',
]
const OF_A_VERSION = ['drafts', 'town_procedures']

const renamed = (table: string, column: string, name: string) =>
  `ALTER TABLE ${table} RENAME CONSTRAINT ${table}_${column}_fkey TO ${table}_${name}`

/** Rows that few write and nobody waits for: here a key costs nothing that counts. On the road of a filing it would. */
const KEYS: [table: string, name: string, column: string, parent: string][] = [
  ['incidents', 'case', 'case_id', 'case_files'],
  ['notes', 'case', 'case_id', 'case_files'],
  ['notes', 'officer', 'officer_id', 'officers'],
  ['notices', 'case', 'case_id', 'case_files'],
  ['notifications', 'person', 'person_id', 'persons'],
  ['uploads', 'person', 'person_id', 'persons'],
]

/** Facts that no statement empties, grants that are used, and foreign keys with a name and the town first. */
export default class extends SqlMigration {
  statements() {
    return [
      ...NEVER_EMPTIED.map(neverEmptied),
      `CREATE FUNCTION guard_partition(parent regclass, part regclass) RETURNS void LANGUAGE plpgsql AS $$
       BEGIN
         IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = parent AND tgname = 'never_emptied') THEN
           EXECUTE format('CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()', part);
         END IF;
       END $$`,
      `REVOKE ALL ON FUNCTION guard_partition(regclass, regclass) FROM PUBLIC`,
      `SELECT guard_partition(i.inhparent, i.inhrelid) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhparent
       WHERE c.relkind = 'p' AND c.relnamespace = 'public'::regnamespace`,
      `CREATE OR REPLACE FUNCTION ensure_partitions(first_year int DEFAULT NULL, last_year int DEFAULT NULL) RETURNS int
       LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
       DECLARE
         t text; y int; made int := 0; part text;
         this_year int := extract(year FROM now() AT TIME ZONE 'UTC');
       BEGIN
         FOR t IN SELECT name FROM public.partitioned_tables ORDER BY name LOOP
           FOR y IN coalesce(first_year, this_year) .. coalesce(last_year, this_year + 2) LOOP
             part := format('public.%I', t || '_' || y);
             IF to_regclass(part) IS NULL THEN
               EXECUTE format('CREATE TABLE %s PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)',
                 part, t, public.first_id_of_year(y), public.first_id_of_year(y + 1));
               EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', part);
               EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', part);
               PERFORM public.guard_partition(format('public.%I', t)::regclass, part::regclass);
               made := made + 1;
             END IF;
           END LOOP;
         END LOOP;
         RETURN made;
       END $$`,
      `REVOKE DELETE ON ${NEVER_DELETED.join(', ')} FROM ${appRole()}`,
      ...OF_A_TOWN.map((table) => renamed(table, 'municipality_id', 'municipality')),
      ...OF_A_VERSION.map((table) => renamed(table, 'digest', 'version')),
      ...KEYS.map(
        ([table, name, column, parent]) =>
          `ALTER TABLE ${table} ADD CONSTRAINT ${table}_${name}
             FOREIGN KEY (municipality_id, ${column}) REFERENCES ${parent} (municipality_id, id)`
      ),
      `SELECT distribute('case_search')`,
    ]
  }
}
