import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'

interface Key {
  name: string
  table: string
  parent: string
  columns: string[]
  referred: string[]
}

/** The same for every town, and on a cluster on every machine: what refers to them names no town of theirs. */
const SHARED = ['municipalities', 'procedure_versions']

const keys: Key[] = (
  await db.connection('owner').rawQuery(`
    SELECT k.conname AS name, k.conrelid::regclass::text AS table, k.confrelid::regclass::text AS parent,
           ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u(n, i)
                 JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.i) AS columns,
           ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS u(n, i)
                 JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY u.i) AS referred
    FROM pg_constraint k
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.conparentid = 0 ORDER BY 1`)
).rows

test.group('Every foreign key', () => {
  test('is named by its table and by what it refers to', ({ assert }) => {
    assert.isAbove(keys.length, 20)
    for (const { name, table } of keys) {
      assert.match(name, new RegExp(`^${table}_[a-z]+$`))
      assert.notMatch(name, /_fkey/)
    }
  })

  test('begins with the town on both sides, but where it leads to what all towns share', ({ assert }) => {
    for (const { name, parent, columns, referred } of keys) {
      if (SHARED.includes(parent)) assert.lengthOf(columns, 1, name)
      else {
        assert.equal(columns[0], 'municipality_id', name)
        assert.deepEqual(referred, ['municipality_id', 'id'], name)
      }
    }
  })

  test('stands where nobody waits; on the road of a filing the parents are asked for by verify', ({
    assert,
  }) => {
    const road = [
      'audit_entries',
      'case_events',
      'case_files',
      'documents',
      'filings',
      'idempotency_keys',
      'jobs',
      'register_entries',
      'subscriptions',
      'tasks',
      'verification_codes',
    ]
    assert.deepEqual(
      keys.filter(({ table }) => road.includes(table)).map(({ name }) => name),
      []
    )
  })
})
