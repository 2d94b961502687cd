import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import pg from 'pg'
import { assertSafeDatabase, databaseFaults } from '#tenancy/queries/database_faults'

const rows = async (sql: string, values: unknown[] = [], connection = 'owner') =>
  (await db.connection(connection).rawQuery(sql, values as any)).rows

const nameOf = async (connection: string): Promise<string> =>
  (await rows('SELECT current_user AS name', [], connection))[0].name

test.group('The roles of the database', () => {
  test('bind the app: no superuser, no owner, no way past a policy', async ({ assert }) => {
    assert.deepEqual(await databaseFaults({ durable: false }), [])
    const member = `SELECT r.rolname FROM pg_roles r WHERE r.rolname <> ? AND pg_has_role(?, r.oid, 'MEMBER')`
    const app = await nameOf('app')
    assert.deepEqual(await rows(member, [app, app]), [])
  })

  test('refuse to start with an app that owns the tables', async ({ assert }) => {
    assert.include(await databaseFaults({ query: db.connection('owner'), durable: false }), 'app_owns_tables')
    await assert.rejects(
      () => assertSafeDatabase({ query: db.connection('owner'), durable: false }),
      /DATABASE_OWNER_URL/
    )
  })

  test('refuse a server that forgets, in production only', async ({ assert }) => {
    const client = await db.connection('app').getReadClient().client.acquireConnection()
    const [{ before }] = (await client.query(`SELECT current_setting('synchronous_commit') AS before`)).rows
    await client.query('SET synchronous_commit = off')
    try {
      const query = { rawQuery: (sql: string) => client.query(sql) }
      const faults = (durable: boolean) => databaseFaults({ query, durable })
      assert.include(await faults(true), 'synchronous_commit_off')
      assert.notInclude(await faults(false), 'synchronous_commit_off')
    } finally {
      await client.query(`SET synchronous_commit = ${before}`)
      await db.connection('app').getReadClient().client.releaseConnection(client)
    }
  })

  test('let dispatch ask what is due, and nothing else', async ({ assert }) => {
    const dispatch = await nameOf('dispatch')
    const functions = await rows(
      `SELECT p.proname AS name FROM pg_proc p
       WHERE p.pronamespace = 'public'::regnamespace AND p.prorettype <> 'trigger'::regtype
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
         AND has_function_privilege(?, p.oid, 'EXECUTE')`,
      [dispatch]
    )
    assert.sameMembers(
      functions.map(({ name }: { name: string }) => name),
      ['claim_due', 'ensure_partitions', 'next_due']
    )
    const reachable = await rows(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
         AND has_table_privilege(?, oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')`,
      [dispatch]
    )
    assert.deepEqual(reachable, [])
  })

  test('are told of due work as town and id only', async ({ assert }) => {
    const client = new pg.Client(process.env.DATABASE_DISPATCH_URL)
    await client.connect()
    const { fields } = await client.query('SELECT * FROM claim_due(0)')
    assert.deepEqual(
      fields.map(({ name }) => name),
      ['municipality_id', 'id']
    )
    await assert.rejects(() => client.query('SELECT FROM jobs'), /permission denied/)
    await client.end()
  })

  test('run what is theirs with a fixed search path', async ({ assert }) => {
    const open = await rows(
      `SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
       AND NOT coalesce(proconfig::text LIKE '%search_path=pg_catalog, public%', false)`
    )
    assert.deepEqual(open, [])
  })
})
