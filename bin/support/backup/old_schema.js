import { migrate } from '../migrations.js'
import { withClient } from '../postgres/connect.js'

/** As the migrator makes it, which takes what is named in it for done. */
const TABLE = `
CREATE TABLE adonis_schema (
  id serial PRIMARY KEY, name varchar(255) NOT NULL, batch int NOT NULL, migration_time timestamptz DEFAULT now())`

const LATER = 0

/**
 * Brings an empty database to the schema of an older house: migrations that it did not have are passed over, and run
 * when `migrate` is next called.
 */
export async function migrateTo(schema, written, env) {
  const later = written.filter((name) => !schema.includes(name))
  const owner = env.DATABASE_OWNER_URL
  await withClient(owner, async (client) => {
    await client.query(TABLE)
    for (const name of later)
      await client.query('INSERT INTO adonis_schema (name, batch) VALUES ($1, $2)', [name, LATER])
  })
  await migrate(env)
  await withClient(owner, (client) => client.query('DELETE FROM adonis_schema WHERE batch = $1', [LATER]))
}
