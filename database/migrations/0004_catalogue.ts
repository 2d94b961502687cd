import { SqlMigration } from '#database/support/sql_migration'
import { appendOnly, sharedTable, tenantTable } from '#database/support/tenant_table'

/** Published versions, which never change, and what each town adopts of them. */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE procedure_versions (
         digest text PRIMARY KEY,
         pack text NOT NULL,
         slug text NOT NULL,
         version text NOT NULL,
         files jsonb NOT NULL,
         published_at timestamptz NOT NULL DEFAULT now()
       )`,
      `CREATE INDEX procedure_versions_slug ON procedure_versions (slug, published_at)`,
      ...appendOnly('procedure_versions'),
      ...sharedTable('procedure_versions', 'append'),
      // Compiled artefacts are a cache: never run unless their HMAC matches, remade at will.
      `CREATE TABLE compiled_procedures (
         digest text NOT NULL,
         compiler text NOT NULL,
         artefact jsonb NOT NULL,
         hmac text NOT NULL,
         CONSTRAINT compiled_procedures_key PRIMARY KEY (digest, compiler),
         CONSTRAINT compiled_procedures_version FOREIGN KEY (digest) REFERENCES procedure_versions (digest)
       )`,
      ...sharedTable('compiled_procedures', 'change'),
      `CREATE TABLE town_procedures (
         municipality_id uuid NOT NULL REFERENCES municipalities (id),
         slug text NOT NULL,
         digest text NOT NULL REFERENCES procedure_versions (digest),
         state text NOT NULL DEFAULT 'accepting' CHECK (state IN ('accepting', 'withdrawn')),
         bindings jsonb NOT NULL DEFAULT '{}',
         adopted_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT town_procedures_key PRIMARY KEY (municipality_id, slug, digest)
       )`,
      `CREATE UNIQUE INDEX town_procedures_offered ON town_procedures (municipality_id, slug) WHERE state = 'accepting'`,
      ...tenantTable('town_procedures', 'change'),
    ]
  }
}
