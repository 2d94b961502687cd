import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import pg from 'pg'
import { uuidv7 } from '#core/ids'
import { inTown } from '#tenancy/town_transaction'
import { anyRow, insertOf } from '#tests/support/any_row'
import { openOffice, type OpenOffice } from '#tests/support/filing'

interface Table {
  name: string
  partition: boolean
  tenant: boolean
  enabled: boolean
  forced: boolean
}

const catalogue = async <Row>(sql: string): Promise<Row[]> =>
  (await db.connection('owner').rawQuery(sql)).rows

const tables = await catalogue<Table>(`
  SELECT c.relname AS name, c.relispartition AS partition, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
         EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'municipality_id') AS tenant
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`)

/** The same for every town, with no fact of any: the hosts tell which town answers. */
const SHARED = [
  'adonis_schema',
  'adonis_schema_versions',
  'compiled_procedures',
  'municipalities',
  'municipality_hosts',
  'partitioned_tables',
  'procedure_versions',
  'published_plans',
  'rate_limits',
  'worker_beats',
]
/** Reached through two functions only, since no search operator may run before a policy. */
const BY_FUNCTION = ['case_search']

const kept = tables.filter(({ partition }) => !partition)
const tenants = kept.filter(({ name }) => !SHARED.includes(name) && !BY_FUNCTION.includes(name))
const partitions = tables.filter(({ partition }) => partition)

const client = new pg.Client(process.env.DATABASE_URL)
const owner = new pg.Client(process.env.DATABASE_OWNER_URL)

/** One statement in a transaction of its own that is always undone: rows touched, or the SQLSTATE. */
async function tried(
  by: pg.Client,
  tenant: string | null,
  sql: string,
  values: unknown[],
  first: string[] = []
): Promise<number | string> {
  await by.query('BEGIN')
  try {
    for (const statement of first) await by.query(statement)
    if (tenant) await by.query(`SET LOCAL app.municipality_id = '${tenant}'`)
    return (await by.query(sql, values)).rowCount ?? 0
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await by.query('ROLLBACK')
  }
}

const asApp = (tenant: string | null, sql: string, values: unknown[] = []) =>
  tried(client, tenant, sql, values)

/** As the owner of a table, whom its policy does not bind for once: as on a shard that a policy can't see. */
const asOwnerUnbound = (table: string, tenant: string | null, sql: string, values: unknown[]) =>
  tried(owner, tenant, sql, values, [`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`])

const DENIED = '42501'
let [own, other]: OpenOffice[] = []

/** Those that others are of, the first ones first, and their rows in the town of the test. */
const PARENTS = {
  case_files: uuidv7(),
  payment_orders: uuidv7(),
  payment_attempts: uuidv7(),
  settlements: uuidv7(),
  signature_requests: uuidv7(),
  signature_steps: uuidv7(),
  evidence_queries: uuidv7(),
  migration_plans: uuidv7(),
  migration_runs: uuidv7(),
}

const rowOf = async (table: string, { town, procedure, test: { person, officer } }: OpenOffice) =>
  anyRow(table, {
    municipality_id: town.id,
    digest: procedure.digest,
    person_id: person.id,
    officer_id: officer.id,
    case_id: PARENTS.case_files,
    order_id: PARENTS.payment_orders,
    attempt_id: PARENTS.payment_attempts,
    settlement_id: PARENTS.settlements,
    request_id: PARENTS.signature_requests,
    step_id: PARENTS.signature_steps,
    query_id: PARENTS.evidence_queries,
    plan_id: PARENTS.migration_plans,
    run_id: PARENTS.migration_runs,
    from_digest: procedure.digest,
    to_digest: procedure.digest,
  })

async function put(table: string, row: Record<string, unknown>): Promise<void> {
  const [sql, values] = insertOf(table, row)
  await inTown(own!.town.id, (trx) => trx.rows(`${sql} ON CONFLICT DO NOTHING`, values))
}

test.group('Every table of a town', (group) => {
  group.setup(async () => {
    await Promise.all([client.connect(), owner.connect()])
    ;[own, other] = [await openOffice(), await openOffice()]
    // Each table has a row of its town, so that an empty answer says something.
    for (const [table, id] of Object.entries(PARENTS)) await put(table, { ...(await rowOf(table, own)), id })
    for (const { name } of tenants) await put(name, await rowOf(name, own))
    return async () => void (await Promise.all([client.end(), owner.end()]))
  })

  test('is known: no other table keeps no municipality', ({ assert }) => {
    assert.sameMembers(
      kept
        .filter(({ tenant }) => !tenant)
        .map(({ name }) => name)
        .concat('municipality_hosts'),
      SHARED
    )
    assert.isAbove(tenants.length, 20)
    assert.isAbove(partitions.length, 10)
  })

  for (const { name } of tenants) {
    test(`${name} shows its rows to its town alone, and takes them from it alone`, async ({ assert }) => {
      const { town } = own!
      const mine = [town.id]
      assert.isAbove(
        (await asApp(town.id, `SELECT FROM ${name} WHERE municipality_id = $1`, mine)) as number,
        0
      )
      const [insert, values] = insertOf(name, await rowOf(name, own!))
      for (const tenant of [null, other!.town.id]) {
        assert.equal(await asApp(tenant, `SELECT FROM ${name} WHERE municipality_id = $1`, mine), 0)
        if (!tenant) assert.equal(await asApp(null, `SELECT FROM ${name}`), 0)
        assert.equal(await asApp(tenant, insert, values), DENIED)
        for (const change of [
          `UPDATE ${name} SET municipality_id = municipality_id WHERE municipality_id = $1`,
          `DELETE FROM ${name} WHERE municipality_id = $1`,
        ])
          assert.include([0, DENIED], await asApp(tenant, change, mine))
      }
      const moved = `UPDATE ${name} SET municipality_id = $2 WHERE municipality_id = $1`
      assert.equal(await asApp(town.id, moved, [town.id, other!.town.id]), DENIED)
      assert.equal(await asApp(town.id, `TRUNCATE ${name}`), DENIED)
    })
  }

  test('has partitions that nobody reaches but through it', async ({ assert }) => {
    for (const { name } of partitions) {
      const [insert, values] = insertOf(name, await rowOf(name, own!))
      for (const statement of [
        `SELECT FROM ${name}`,
        `DELETE FROM ${name}`,
        `UPDATE ${name} SET municipality_id = NULL`,
      ])
        assert.equal(await asApp(own!.town.id, statement), DENIED, statement)
      assert.equal(await asApp(own!.town.id, insert, values), DENIED, name)
    }
  })

  test('is under row-level security, also against its owner', ({ assert }) => {
    for (const { name, enabled, forced } of [...tenants, ...partitions])
      assert.isTrue(enabled && forced, name)
    for (const { name, enabled, forced } of kept.filter((table) => BY_FUNCTION.includes(table.name)))
      assert.deepEqual({ name, enabled, forced }, { name, enabled: true, forced: false })
  })

  test('begins every key with its municipality', async ({ assert }) => {
    const keys = await catalogue<{ table: string; key: string; first: string }>(`
      SELECT c.relname AS table, i.indexrelid::regclass::text AS key, a.attname AS first
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace`)
    const names = [...tenants.map(({ name }) => name), ...partitions.map(({ name }) => name), ...BY_FUNCTION]
    const ofTenants = keys.filter(({ table }) => names.includes(table))
    assert.deepEqual(
      ofTenants.filter(({ first }) => first !== 'municipality_id'),
      []
    )
    assert.sameMembers([...new Set(ofTenants.map(({ table }) => table))], names)
  })

  test('refers to rows of its own town', async ({ assert }) => {
    const foreign = await catalogue<{ name: string; table: string; from: string; to: string }>(`
      SELECT k.conname AS name, k.confrelid::regclass::text AS table,
             (SELECT attname FROM pg_attribute WHERE attrelid = k.conrelid AND attnum = k.conkey[1]) AS from,
             (SELECT attname FROM pg_attribute WHERE attrelid = k.confrelid AND attnum = k.confkey[1]) AS to
      FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`)
    const wrong = foreign.filter(
      ({ table, from, to }) =>
        !SHARED.includes(table) && (from !== 'municipality_id' || to !== 'municipality_id')
    )
    assert.deepEqual(wrong, [])
    assert.isNotEmpty(foreign)
  })

  for (const [change, bit] of Object.entries({ INSERT: 4, UPDATE: 16 }))
    test(`is guarded by a trigger before each ${change} as well`, async ({ assert }) => {
      const guarded = await catalogue<{ table: string }>(`
        SELECT t.tgrelid::regclass::text AS table FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE p.proname = 'tenant_guard' AND t.tgenabled = 'O' AND t.tgtype & 3 = 3 AND t.tgtype & ${bit} = ${bit}`)
      assert.includeMembers(
        guarded.map(({ table }) => table),
        [...tenants, ...partitions].map(({ name }) => name)
      )
    })

  test('is guarded also where no policy binds', async ({ assert }) => {
    const { town } = own!
    const [insert, values] = insertOf('uploads', await rowOf('uploads', own!))
    const update = 'UPDATE uploads SET municipality_id = municipality_id WHERE municipality_id = $1'
    for (const tenant of [null, other!.town.id]) {
      assert.equal(await asOwnerUnbound('uploads', tenant, insert, values), DENIED)
      assert.equal(await asOwnerUnbound('uploads', tenant, update, [town.id]), DENIED)
    }
    assert.equal(await asOwnerUnbound('uploads', town.id, insert, values), 1)
    assert.isAbove((await asOwnerUnbound('uploads', town.id, update, [town.id])) as number, 0)
    const moved = 'UPDATE uploads SET municipality_id = $2 WHERE municipality_id = $1'
    for (const tenant of [town.id, other!.town.id])
      assert.equal(await asOwnerUnbound('uploads', tenant, moved, [town.id, other!.town.id]), DENIED)
  })

  test('is searched only through functions that know the town', async ({ assert }) => {
    const { town } = own!
    await inTown(town.id, (trx) => trx.rows(`SELECT index_case($1, '12345678Z wall')`, [crypto.randomUUID()]))
    const search = `SELECT FROM search_cases('12345678z', 10)`
    assert.equal(await asApp(town.id, search), 1)
    assert.equal(await asApp(other!.town.id, search), 0)
    assert.equal(await asApp(null, search), 0)
    assert.equal(await asApp(null, `SELECT index_case($1, 'x')`, [crypto.randomUUID()]), '23502')
    for (const statement of ['SELECT FROM case_search', 'DELETE FROM case_search'])
      assert.equal(await asApp(town.id, statement), DENIED)
  })
})
