import { SqlMigration } from '#database/support/sql_migration'
import { sharedTable } from '#database/support/tenant_table'
import { appRole } from '#database/support/roles'

/** What an operator may know of the whole house, in numbers: no row of a town leaves through it. */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE worker_beats (
         worker uuid PRIMARY KEY,
         seen_at timestamptz NOT NULL
       )`,
      ...sharedTable('worker_beats', 'change'),
      // The owner may be bound by the policies of its tables.
      `CREATE POLICY operator ON incidents FOR SELECT TO CURRENT_USER USING (true)`,
      `CREATE FUNCTION state_of_the_house(
         OUT asked_at timestamptz, OUT migrations text[], OUT partitions_until int, OUT worker_seen_at timestamptz,
         OUT jobs_due int, OUT oldest_due_at timestamptz, OUT incidents_open int)
       LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
         SELECT clock_timestamp(),
           (SELECT array_agg(name::text) FROM public.adonis_schema),
           (SELECT min(until) FROM (
              SELECT (SELECT max(substring(c.relname FROM '_(\\d{4})$')::int) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                      WHERE i.inhparent = to_regclass('public.' || quote_ident(t.name))) AS until
              FROM public.partitioned_tables t) AS tables),
           (SELECT max(seen_at) FROM public.worker_beats),
           due.count, due.oldest,
           (SELECT count(*)::int FROM public.incidents WHERE state = 'open')
         FROM (SELECT count(*)::int, min(run_at) AS oldest FROM public.jobs
               WHERE state = 'ready' AND run_at <= now() AND (locked_until IS NULL OR locked_until < now())) AS due (count, oldest) $$`,
      `REVOKE ALL ON FUNCTION state_of_the_house() FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION state_of_the_house() TO ${appRole()}`,
    ]
  }
}
