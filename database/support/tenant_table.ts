import { appRole } from '#database/support/roles'

/**
 * What the app may do with a table. A legal fact is only ever added. (`append_and_remove` and `change` let it delete
 * more than it does: migration 0014 takes back what it never needs; later tables are `keep` or `change`.)
 */
export type Access = 'append' | 'append_and_remove' | 'keep' | 'change' | 'read'

const GRANTS: Record<Access, string> = {
  append: 'SELECT, INSERT',
  append_and_remove: 'SELECT, INSERT, DELETE',
  keep: 'SELECT, INSERT, UPDATE',
  change: 'SELECT, INSERT, UPDATE, DELETE',
  read: 'SELECT',
}

/** The tenant of the transaction; NULL outside one, so that every policy fails closed. */
export const TENANT = `nullif(current_setting('app.municipality_id', true), '')::uuid`

/**
 * The statements that make a table a tenant's: forced row-level security, the guard that also
 * holds where a policy's WITH CHECK can't see (a distributed shard), the app's grants and, on a
 * cluster, the distribution by municipality.
 */
export function tenantTable(name: string, access: Access): string[] {
  return [
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY tenant ON ${name} USING (municipality_id = ${TENANT}) WITH CHECK (municipality_id = ${TENANT})`,
    // The condition costs a row a fraction of what calling a function would.
    `CREATE TRIGGER tenant_guard BEFORE INSERT ON ${name} FOR EACH ROW
       WHEN (NEW.municipality_id IS DISTINCT FROM ${TENANT}) EXECUTE FUNCTION tenant_guard()`,
    `CREATE TRIGGER tenant_guard_update BEFORE UPDATE ON ${name} FOR EACH ROW
       WHEN (NEW.municipality_id IS DISTINCT FROM ${TENANT} OR OLD.municipality_id IS DISTINCT FROM ${TENANT})
       EXECUTE FUNCTION tenant_guard()`,
    ...(access === 'append' ? appendOnly(name) : []),
    ...(access === 'keep' ? [neverEmptied(name)] : []),
    `REVOKE ALL ON ${name} FROM PUBLIC`,
    `GRANT ${GRANTS[access]} ON ${name} TO ${appRole()}`,
    `SELECT distribute('${name}')`,
  ]
}

/**
 * No statement changes or removes a legal fact, the owner's of the table included. Who may alter the table may still
 * take the triggers away: `node ace verify` finds what was done without them.
 */
export const appendOnly = (name: string): string[] => [
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ${name} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  neverEmptied(name),
]

/** TRUNCATE fires no trigger of rows. `ensure_partitions` copies this one to each partition, for PostgreSQL does not. */
export const neverEmptied = (name: string): string =>
  `CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON ${name} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`

/** A small table that is the same for every town: everyone reads it, the owner alone writes. */
export const sharedTable = (name: string, access: Access = 'read'): string[] => [
  `REVOKE ALL ON ${name} FROM PUBLIC`,
  `GRANT ${GRANTS[access]} ON ${name} TO ${appRole()}`,
]
