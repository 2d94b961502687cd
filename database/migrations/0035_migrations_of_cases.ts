import { SqlMigration } from '#database/support/sql_migration'
import { appendOnly, sharedTable, tenantTable } from '#database/support/tenant_table'

/**
 * How running cases move to another version of their procedure: the plans that packs bring and those that towns make, each
 * time one is carried out, and what became of each case. A case that moves goes by the sheet it began under, unless its
 * plan says by which law it does not: `law` names the versions whose term, silence and fee it goes by, where they are others.
 */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE published_plans (
         digest text PRIMARY KEY,
         slug text NOT NULL,
         from_digest text NOT NULL,
         to_digest text NOT NULL,
         contents jsonb NOT NULL,
         published_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT published_plans_version FOREIGN KEY (to_digest) REFERENCES procedure_versions (digest)
       )`,
      `CREATE INDEX published_plans_slug ON published_plans (slug, from_digest, to_digest)`,
      ...appendOnly('published_plans'),
      ...sharedTable('published_plans', 'append'),
      `CREATE TABLE migration_plans (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         slug text NOT NULL,
         from_digest text NOT NULL,
         to_digest text NOT NULL,
         digest text NOT NULL,
         contents jsonb NOT NULL,
         made_at timestamptz NOT NULL,
         CONSTRAINT migration_plans_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT migration_plans_from FOREIGN KEY (from_digest) REFERENCES procedure_versions (digest),
         CONSTRAINT migration_plans_to FOREIGN KEY (to_digest) REFERENCES procedure_versions (digest)
       )`,
      `CREATE INDEX migration_plans_slug ON migration_plans (municipality_id, slug, id)`,
      ...tenantTable('migration_plans', 'append'),
      `CREATE TABLE migration_runs (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         plan_id uuid NOT NULL,
         slug text NOT NULL,
         direction text NOT NULL CHECK (direction IN ('forward', 'back')),
         stage jsonb NOT NULL,
         reason text NOT NULL CHECK (reason <> ''),
         started_by text NOT NULL,
         started_at timestamptz NOT NULL,
         state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'stopped', 'done')),
         ended_at timestamptz,
         CONSTRAINT migration_runs_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT migration_runs_plan FOREIGN KEY (municipality_id, plan_id) REFERENCES migration_plans (municipality_id, id)
       )`,
      // One at a time for a procedure of a town: two would race for the same cases.
      `CREATE UNIQUE INDEX migration_runs_running ON migration_runs (municipality_id, slug) WHERE state = 'running'`,
      `CREATE INDEX migration_runs_slug ON migration_runs (municipality_id, slug, id)`,
      ...tenantTable('migration_runs', 'keep'),
      `CREATE TABLE case_migrations (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         run_id uuid NOT NULL,
         case_id uuid NOT NULL,
         outcome text NOT NULL CHECK (outcome IN ('moved', 'restored', 'stays')),
         plan_digest text NOT NULL,
         from_digest text NOT NULL,
         to_digest text NOT NULL,
         law jsonb,
         faults jsonb NOT NULL,
         moved jsonb,
         undo jsonb,
         at timestamptz NOT NULL,
         CONSTRAINT case_migrations_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT case_migrations_once UNIQUE (municipality_id, run_id, case_id),
         CONSTRAINT case_migrations_run FOREIGN KEY (municipality_id, run_id) REFERENCES migration_runs (municipality_id, id)
       )`,
      `CREATE INDEX case_migrations_case ON case_migrations (municipality_id, case_id, id)`,
      ...tenantTable('case_migrations', 'append'),
      `ALTER TABLE case_files ADD COLUMN law jsonb`,
      `CREATE INDEX case_files_version ON case_files (municipality_id, digest, id) WHERE state = 'open'`,
    ]
  }
}
