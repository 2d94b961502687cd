import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { verifyTown } from '#start/verify'
import type { OpenOffice } from '#tests/support/filing'
import { tamper } from '#tests/support/owner'
import { busyOffice } from './busy_office.js'
import { FREE, LEGAL, NOT_LEGAL, WHICH, forgedValue } from './legal_columns.js'

interface Column {
  table: string
  name: string
  type: string
}

const columns: Column[] = (
  await db.connection('owner').rawQuery(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, NULL) AS type
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     ORDER BY c.relname, a.attnum`
  )
).rows

const legal = columns.filter(({ table, name }) => table in LEGAL && name !== 'municipality_id')
const full = ({ table, name }: Column) => `${table}.${name}`

const scope = (table: string) =>
  table === 'procedure_versions' ? '$1::uuid IS NOT NULL' : 't.municipality_id = $1'

/** Changes one column of one row as only the owner of the table can, and answers what `verify` says of that row. */
async function foundBy(office: OpenOffice, column: Column): Promise<string[]> {
  const { table, name, type } = column
  const { key, named } = LEGAL[table]!
  const town = office.town.id
  const names = `ARRAY[${named
    .split(/, (?=t\.|nullif)/)
    .map((one) => `(${one})::text`)
    .join(', ')}]`
  const which = WHICH[full(column)] ?? WHICH[table] ?? 'true'
  const [before] = await tamper(
    town,
    table,
    `SELECT t.${key}::text AS key, t.${name}::text AS value, ${names} AS names FROM ${table} t
     WHERE ${scope(table)} AND (${which}) ORDER BY t.${key} LIMIT 1`,
    [town]
  )
  const [after] = await tamper(
    town,
    table,
    `UPDATE ${table} t SET ${name} = ${forgedValue(table, name, type)} WHERE ${scope(table)} AND t.${key}::text = $2
     RETURNING t.${key}::text AS key, ${names} AS names`,
    [town, before.key]
  )
  const { violations } = await verifyTown(town).finally(() =>
    tamper(
      town,
      table,
      `UPDATE ${table} t SET ${name} = $3::${type} WHERE ${scope(table)} AND t.${key}::text = $2`,
      [town, after.key, before.value]
    )
  )
  const words: string[] = [...before.names, ...after.names].filter(Boolean)
  return violations
    .filter(({ row }) => words.some((word) => row.includes(word)))
    .map(({ rule, fault }) => `${rule} ${fault}`)
}

test.group('A legal fact that was forged', (group) => {
  let office: OpenOffice

  group.setup(async () => {
    office = await busyOffice()
  })

  test('is none in an office at work: nothing is said of it', async ({ assert }) => {
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  }).timeout(60_000)

  test('can be in no other table: each is legal, or there is a reason', ({ assert }) => {
    const tables = [...new Set(columns.map(({ table }) => table))]
    assert.sameMembers(tables, [...Object.keys(LEGAL), ...Object.keys(NOT_LEGAL)])
    const names = legal.map(full)
    for (const free of Object.keys(FREE)) assert.include(names, free)
  })

  for (const column of legal.filter((one) => !(full(one) in FREE)))
    test(`is found in ${full(column)}, and its row named`, async ({ assert }) => {
      assert.isNotEmpty(await foundBy(office, column), full(column))
    }).timeout(60_000)

  test('leaves no trace once it is put back', async ({ assert }) => {
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  }).timeout(60_000)
})
