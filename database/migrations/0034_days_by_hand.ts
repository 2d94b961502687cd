import { SqlMigration } from '#database/support/sql_migration'
import { appRole } from '#database/support/roles'

/**
 * Closed days that somebody of the town has added to a calendar by hand, with who, when and by what; the others are of what
 * was published of their year. What watches over the house is told, too, where terms to resolve run beyond what is loaded.
 * And timers by a date on the border of something: that date is its last day (Law 39/2015, art. 30).
 */
export default class extends SqlMigration {
  statements() {
    return [
      `ALTER TABLE calendar_days ADD COLUMN by_hand jsonb`,
      // Policies bind the owner, too: each town is looked at as its own. The last day of all is the end of an index.
      `CREATE FUNCTION calendars_lacking() RETURNS int
       LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
       DECLARE
         town record;
         before text := coalesce(current_setting('app.municipality_id', true), '');
         lacking int := 0;
       BEGIN
         FOR town IN SELECT id, time_zone FROM municipalities LOOP
           PERFORM set_config('app.municipality_id', town.id::text, true);
           IF EXISTS (
             -- A calendar is published before its year begins (art. 30.7): from December on the next one's is missed.
             SELECT FROM generate_series(
               extract(year FROM now() AT TIME ZONE town.time_zone)::int,
               greatest(
                 extract(year FROM (now() + interval '31 days') AT TIME ZONE town.time_zone)::int,
                 (SELECT extract(year FROM max(due_on))::int FROM case_files WHERE municipality_id = town.id AND state = 'open')
               )) AS wanted (year)
             WHERE NOT EXISTS (SELECT FROM calendar_years y
                               WHERE y.municipality_id = town.id AND y.seat = '' AND y.year = wanted.year))
           THEN lacking := lacking + 1; END IF;
         END LOOP;
         PERFORM set_config('app.municipality_id', before, true);
         RETURN lacking;
       END $$`,
      `REVOKE ALL ON FUNCTION calendars_lacking() FROM PUBLIC`,
      `CREATE OR REPLACE FUNCTION state_of_the_house(
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
           public.calendars_lacking()
         FROM (SELECT count(*)::int, min(run_at) AS oldest FROM public.jobs
               WHERE state = 'ready' AND run_at <= now() AND (locked_until IS NULL OR locked_until < now())) AS due (count, oldest) $$`,
      `REVOKE ALL ON FUNCTION state_of_the_house() FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION state_of_the_house() TO ${appRole()}`,
      ...datesOnBorders(),
    ]
  }
}

/** Timers that wait for a date have no last day, but on a border: there it ends with the day. */
const datesOnBorders = () => [
  `DO $$
   DECLARE town record;
   BEGIN
     FOR town IN SELECT id, time_zone FROM municipalities LOOP
       EXECUTE format('SET LOCAL app.municipality_id = %L', town.id);
       UPDATE jobs j SET input = j.input || '{"through": true}',
           run_at = ((j.input ->> 'date')::date + 1)::timestamp AT TIME ZONE town.time_zone
         FROM case_files c
         WHERE j.municipality_id = town.id AND c.municipality_id = town.id AND c.id = j.case_id AND j.kind = 'timer'
           AND j.input ->> 'date' ~ '^\\d{4}-\\d{2}-\\d{2}$' AND c.workflow -> 'tokens' -> j.key -> 'host' IS NOT NULL;
       UPDATE jobs SET input = input || '{"lastDay": null}'
         WHERE municipality_id = town.id AND kind = 'timer' AND input ->> 'date' IS NOT NULL AND input -> 'through' IS NULL;
     END LOOP;
     SET LOCAL app.municipality_id = '';
   END $$`,
]
