import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import pg from 'pg'
import { sources } from '#tests/architecture/support/sources'

const rows = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await db.connection('owner').rawQuery(sql, values as any)).rows

const appRole = async (): Promise<string> =>
  (await db.connection('app').rawQuery('SELECT current_user AS name')).rows[0].name

/** The limiter's package forgets what has expired. */
const BY_PACKAGES = ['rate_limits']

const guarded = await rows<{ table: string }>(
  `SELECT tgrelid::regclass::text AS table FROM pg_trigger WHERE tgname = 'never_emptied' AND tgenabled = 'O'`
)

test.group('What is kept', () => {
  test('is emptied by nobody: neither a table of facts nor a partition of one', async ({ assert }) => {
    const facts = await rows<{ table: string }>(
      `SELECT tgrelid::regclass::text AS table FROM pg_trigger WHERE tgname = 'append_only'`
    )
    assert.isAbove(facts.length, 10)
    const names = guarded.map(({ table }) => table)
    assert.includeMembers(
      names,
      facts.map(({ table }) => table)
    )
    assert.includeMembers(names, ['case_files', 'notifications', 'register_counters', 'audit_heads'])
    const partitions = await rows<{ table: string; parent: string }>(
      `SELECT inhrelid::regclass::text AS table, inhparent::regclass::text AS parent FROM pg_inherits i
       JOIN pg_class c ON c.oid = i.inhparent WHERE c.relkind = 'p'`
    )
    assert.isAbove(partitions.length, 10)
    for (const { table, parent } of partitions) if (names.includes(parent)) assert.include(names, table)
  })

  test('refuses TRUNCATE from its owner, too', async ({ assert }) => {
    const owner = new pg.Client(process.env.DATABASE_OWNER_URL)
    await owner.connect()
    for (const { table } of guarded)
      await assert.rejects(() => owner.query(`TRUNCATE ${table} CASCADE`), /append-only|only/)
    await owner.end()
  })

  test('stays so in the partitions of years to come', async ({ assert }) => {
    const owner = new pg.Client(process.env.DATABASE_OWNER_URL)
    await owner.connect()
    await owner.query('BEGIN')
    await owner.query('SELECT ensure_partitions(2090, 2090)')
    await assert.rejects(() => owner.query('TRUNCATE filings_2090'), /append-only/)
    await owner.query('ROLLBACK')
    await owner.end()
  })

  test('is what the app may not delete: it may where it does, and nowhere else', async ({ assert }) => {
    const deleted = sources('app').flatMap(({ text }) =>
      [...text.matchAll(/DELETE\s+FROM\s+(\w+)/gi)].map(([, table]) => table as string)
    )
    const allowed = await rows<{ table: string }>(
      `SELECT oid::regclass::text AS table FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND has_table_privilege(?, oid, 'DELETE')`,
      [await appRole()]
    )
    assert.sameMembers(
      allowed.map(({ table }) => table),
      [...new Set([...deleted, ...BY_PACKAGES])]
    )
  })
})
