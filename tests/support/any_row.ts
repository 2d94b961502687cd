import db from '@adonisjs/lucid/services/db'
import { uuidv7 } from '#core/ids'

interface Column {
  name: string
  type: string
  checks: string[]
}

/** The columns of a table that must be given, with the words that their own checks allow; one between columns says when. */
const COLUMNS = `
SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type,
       ARRAY(SELECT (regexp_match(pg_get_constraintdef(k.oid), '''([a-z_]+)''::text'))[1] FROM pg_constraint k
             WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]) AS checks
FROM pg_attribute a
WHERE a.attrelid = ?::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull AND NOT a.atthasdef`

const SAMPLES: Record<string, () => unknown> = {
  uuid: uuidv7,
  text: () => uuidv7(),
  integer: () => 1,
  bigint: () => 1,
  boolean: () => true,
  jsonb: () => '{}',
  bytea: () => Buffer.from('x'),
  date: () => '2026-01-01',
  'timestamp with time zone': () => '2026-01-01T00:00:00Z',
}

/** What a check between columns asks for besides. */
const ALSO: Record<string, Record<string, unknown>> = {
  // Without a term to be opened, it goes on paper to an address.
  notifications: { address: '{}' },
  // Without a person, it is of whoever has its code.
  drafts: { code_digest: 'a digest' },
  // Whatever was answered has a digest.
  evidence_answers: { digest: 'a digest' },
  // What waits to be delivered has something to say.
  messages: { payload: '{}' },
  // Not by a call: that has a case that made it.
  openings: { cause: 'timer' },
}

/** A row that a table would take: `given` where something else depends on it, else whatever fits. */
export async function anyRow(
  table: string,
  given: Record<string, unknown>
): Promise<Record<string, unknown>> {
  const { rows } = await db.connection('owner').rawQuery(COLUMNS, [table])
  const needed = Object.fromEntries(
    (rows as Column[]).map(({ name, type, checks }) => {
      const sample = SAMPLES[type]
      if (!sample) throw new Error(`no sample of ${type} for ${table}.${name}`)
      return [name, given[name] ?? checks.find(Boolean) ?? sample()]
    })
  )
  return { ...needed, ...ALSO[table] }
}

/** `INSERT` of a row with its values. */
export function insertOf(table: string, row: Record<string, unknown>): [sql: string, values: unknown[]] {
  const names = Object.keys(row)
  return [
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  ]
}
