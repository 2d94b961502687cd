import { SqlMigration } from '#database/support/sql_migration'
import { tenantTable } from '#database/support/tenant_table'
import { appRole, dispatchRole } from '#database/support/roles'

/**
 * The outbox: work that follows a commit, and timers, which are work with a later date. It is
 * written in the transaction that causes it and claimed by workers through one function, which
 * tells only town and id: the work itself runs as the app, with that town set.
 */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE jobs (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         kind text NOT NULL,
         name text NOT NULL DEFAULT '',
         case_id uuid,
         key text NOT NULL DEFAULT '',
         input jsonb NOT NULL DEFAULT '{}',
         run_at timestamptz NOT NULL,
         attempts int NOT NULL DEFAULT 0,
         max_attempts int NOT NULL DEFAULT 5,
         locked_until timestamptz,
         state text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'paused', 'failed')),
         last_error text,
         created_at timestamptz NOT NULL,
         CONSTRAINT jobs_key PRIMARY KEY (municipality_id, id)
       ) WITH (fillfactor = 70)`,
      `CREATE INDEX jobs_due ON jobs (run_at) WHERE state = 'ready'`,
      `CREATE INDEX jobs_case ON jobs (municipality_id, case_id, key)`,
      ...tenantTable('jobs', 'change'),
      `CREATE POLICY dispatch ON jobs TO CURRENT_USER USING (true)`,
      // The guard wants the tenant of the row: it is set for this one update, and put back.
      `CREATE FUNCTION lock_job(town uuid, job uuid, lease interval) RETURNS void
       LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
       DECLARE before text := coalesce(current_setting('app.municipality_id', true), '');
       BEGIN
         PERFORM set_config('app.municipality_id', town::text, true);
         UPDATE public.jobs SET locked_until = now() + lease, attempts = attempts + 1
           WHERE municipality_id = town AND id = job;
         PERFORM set_config('app.municipality_id', before, true);
       END $$`,
      `CREATE FUNCTION claim_due(n int, lease interval DEFAULT '60 seconds')
       RETURNS TABLE (municipality_id uuid, id uuid)
       LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
       DECLARE due record;
       BEGIN
         FOR due IN
           SELECT j.municipality_id AS town, j.id AS job FROM public.jobs j
           WHERE j.state = 'ready' AND j.run_at <= now() AND (j.locked_until IS NULL OR j.locked_until < now())
           ORDER BY j.run_at LIMIT n FOR UPDATE SKIP LOCKED
         LOOP
           PERFORM public.lock_job(due.town, due.job, lease);
           municipality_id := due.town;
           id := due.job;
           RETURN NEXT;
         END LOOP;
       END $$`,
      `CREATE FUNCTION next_due() RETURNS timestamptz
       LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
         SELECT min(greatest(run_at, coalesce(locked_until, run_at))) FROM public.jobs WHERE state = 'ready' $$`,
      `REVOKE ALL ON FUNCTION claim_due(int, interval), lock_job(uuid, uuid, interval), next_due() FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION claim_due(int, interval), next_due() TO ${dispatchRole()}`,
      ...(dispatchRole() === appRole() ? [] : [`REVOKE ALL ON jobs FROM ${dispatchRole()}`]),
    ]
  }
}
