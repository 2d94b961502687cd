import { SqlMigration } from '#database/support/sql_migration'
import { appRole, dispatchRole } from '#database/support/roles'

/** The functions that every later table leans on. */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE FUNCTION tenant_guard() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         RAISE EXCEPTION 'row of another municipality' USING ERRCODE = '42501';
       END $$`,
      `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         RAISE EXCEPTION 'this table is append-only' USING ERRCODE = '42501';
       END $$`,
      // A no-op on plain PostgreSQL; on a Citus cluster a tenant table is sharded by municipality.
      `CREATE FUNCTION distribute(name text) RETURNS void LANGUAGE plpgsql AS $$
       BEGIN
         IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
           EXECUTE format('SELECT create_distributed_table(%L, %L)', name, 'municipality_id');
         END IF;
       END $$`,
      `CREATE FUNCTION first_id_of_year(y int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
         SELECT (substr(t, 1, 8) || '-' || substr(t, 9, 4) || '-7000-8000-000000000000')::uuid
         FROM (SELECT lpad(to_hex((extract(epoch FROM make_timestamptz(y, 1, 1, 0, 0, 0, 'UTC')) * 1000)::bigint), 12, '0') AS t) AS s $$`,
      `CREATE TABLE partitioned_tables (name text PRIMARY KEY)`,
      // Owned by the owner and called daily: two years ahead, so that no New Year's Eve finds a table closed.
      `CREATE FUNCTION ensure_partitions(first_year int DEFAULT NULL, last_year int DEFAULT NULL) RETURNS int
       LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
       DECLARE
         t text; y int; made int := 0;
         this_year int := extract(year FROM now() AT TIME ZONE 'UTC');
       BEGIN
         FOR t IN SELECT name FROM public.partitioned_tables ORDER BY name LOOP
           FOR y IN coalesce(first_year, this_year) .. coalesce(last_year, this_year + 2) LOOP
             IF to_regclass(format('public.%I', t || '_' || y)) IS NULL THEN
               EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)',
                 t || '_' || y, t, public.first_id_of_year(y), public.first_id_of_year(y + 1));
               EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t || '_' || y);
               EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t || '_' || y);
               made := made + 1;
             END IF;
           END LOOP;
         END LOOP;
         RETURN made;
       END $$`,
      `REVOKE ALL ON FUNCTION ensure_partitions(int, int), distribute(text), first_id_of_year(int) FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION ensure_partitions(int, int) TO ${dispatchRole()}, ${appRole()}`,
      `GRANT SELECT ON partitioned_tables TO ${appRole()}`,
      `GRANT USAGE ON SCHEMA public TO ${appRole()}, ${dispatchRole()}`,
    ]
  }
}
