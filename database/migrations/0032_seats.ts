import { SqlMigration } from '#database/support/sql_migration'
import { tenantTable } from '#database/support/tenant_table'
import { appRole } from '#database/support/roles'

/**
 * Closed days of other seats than the electronic office's own, which is `''`: of a body that sits elsewhere, of the place
 * where an interested person lives (Law 39/2015, art. 30.6); which of them count is kept with each case, as is what its
 * term was extended by (arts. 23 and 32). And how many towns lack the closed days of a year, for operators.
 */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE seats (
         municipality_id uuid NOT NULL,
         id text NOT NULL CHECK (id <> ''),
         name jsonb NOT NULL,
         region text,
         CONSTRAINT seats_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT seats_municipality FOREIGN KEY (municipality_id) REFERENCES municipalities (id)
       )`,
      ...tenantTable('seats', 'keep'),
      ...['bodies', 'units'].flatMap((table) => [
        `ALTER TABLE ${table} ADD COLUMN seat text,
           ADD CONSTRAINT ${table}_seat FOREIGN KEY (municipality_id, seat) REFERENCES seats (municipality_id, id)`,
      ]),
      ...(['year', 'day'] as const).flatMap((of) => [
        `ALTER TABLE calendar_${of}s ADD COLUMN seat text NOT NULL DEFAULT ''`,
        `ALTER TABLE calendar_${of}s DROP CONSTRAINT calendar_${of}s_key,
           ADD CONSTRAINT calendar_${of}s_key PRIMARY KEY (municipality_id, seat, ${of})`,
      ]),
      `ALTER TABLE case_files ADD COLUMN seats jsonb NOT NULL DEFAULT '[]', ADD COLUMN extension jsonb`,
      // The owner may be bound by the policies of its tables.
      `CREATE POLICY operator ON calendar_years FOR SELECT TO CURRENT_USER USING (true)`,
      `DROP FUNCTION state_of_the_house()`,
      `CREATE FUNCTION state_of_the_house(
         OUT asked_at timestamptz, OUT migrations text[], OUT partitions_until int, OUT worker_seen_at timestamptz,
         OUT jobs_due int, OUT oldest_due_at timestamptz, OUT incidents_open int, OUT calendars_lacking int)
       LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
         SELECT clock_timestamp(),
           (SELECT array_agg(name::text) FROM public.adonis_schema),
           (SELECT min(until) FROM (
              SELECT (SELECT max(substring(c.relname FROM '_(\\d{4})$')::int) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                      WHERE i.inhparent = to_regclass('public.' || quote_ident(t.name))) AS until
              FROM public.partitioned_tables t) AS tables),
           (SELECT max(seen_at) FROM public.worker_beats),
           due.count, due.oldest,
           (SELECT count(*)::int FROM public.incidents WHERE state = 'open'),
           -- A calendar is published before its year begins (art. 30.7): from December on the next one's is missed.
           (SELECT count(*)::int FROM public.municipalities m WHERE EXISTS (
              SELECT FROM (VALUES (now()), (now() + interval '31 days')) AS wanted (at)
              WHERE NOT EXISTS (SELECT FROM public.calendar_years y WHERE y.municipality_id = m.id AND y.seat = ''
                AND y.year = extract(year FROM wanted.at AT TIME ZONE m.time_zone)::int)))
         FROM (SELECT count(*)::int, min(run_at) AS oldest FROM public.jobs
               WHERE state = 'ready' AND run_at <= now() AND (locked_until IS NULL OR locked_until < now())) AS due (count, oldest) $$`,
      `REVOKE ALL ON FUNCTION state_of_the_house() FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION state_of_the_house() TO ${appRole()}`,
    ]
  }
}
