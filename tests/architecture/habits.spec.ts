import { test } from '@japa/runner'
import { listProcedures } from '#catalogue/domain/read/list_procedures'
import { CATALOGUE } from '#tests/catalogue/root'
import { type Source, sources } from './support/sources.js'

/** Statements that change rows; `FOR UPDATE` only locks them. */
const WRITES =
  /\b(INSERT\s+INTO|UPDATE\s+[\w${}.]+(\s+\w+)?\s+SET|DELETE\s+FROM|TRUNCATE|MERGE\s+INTO)\b|\b(insertRows|enqueue|appendAudit)\(/i

const writers = (files: Source[]) => files.filter(({ text }) => WRITES.test(text)).map(({ path }) => path)

const inFolder = (...folders: string[]) =>
  sources('app').filter(({ path }) => folders.includes(path.split('/')[2] ?? ''))

test.group('Questions and doors', () => {
  test('never write: that is what actions are for', ({ assert }) => {
    assert.deepEqual(writers(inFolder('queries', 'domain', 'models', 'http', 'commands')), [])
  })

  test('reach the database through queries and actions only', ({ assert }) => {
    const reaching = inFolder('domain', 'http', 'commands', 'listeners').filter(({ text }) =>
      /[.](rows|rawQuery)[<(]|services[/]db'/.test(text)
    )
    assert.deepEqual(
      reaching.map(({ path }) => path),
      []
    )
  })

  for (const text of [
    'INSERT INTO notes (id) VALUES ($1)',
    'UPDATE case_files SET phase = $3',
    'UPDATE case_files c SET phase = $3',
    'WITH gone AS (DELETE FROM drafts RETURNING id) SELECT id FROM gone',
    'await insertRows(trx, noteRows, notes)',
    'await enqueue(trx, jobs)',
  ])
    test(`are found out when one does: ${text}`, ({ assert }) => {
      assert.lengthOf(writers([{ path: 'app/cases/queries/planted.ts', text }]), 1)
    })

  test('may lock what an action is about to change', ({ assert }) => {
    const text = 'SELECT id FROM case_files WHERE municipality_id = $1 FOR UPDATE'
    assert.deepEqual(writers([{ path: 'app/cases/queries/locked_case.ts', text }]), [])
  })
})

const slugs = (await listProcedures(CATALOGUE)).map(({ slug }) => slug)

test.group('The code', () => {
  /** Where a procedure is called by its name, in the spelling of files or of code. */
  const named = (files: Source[]) =>
    files.flatMap(({ path, text }) =>
      slugs
        .filter((slug) =>
          [slug, slug.replaceAll('-', '_'), slug.replace(/-(.)/g, (_, letter) => letter.toUpperCase())].some(
            (spelling) => text.includes(spelling)
          )
        )
        .map((slug) => `${path}: ${slug}`)
    )

  test('knows no procedure of the catalogue by name', ({ assert }) => {
    assert.isNotEmpty(slugs)
    assert.deepEqual(
      named(sources('app', 'config', 'start', 'bin', 'database', 'resources/js', 'resources/views')),
      []
    )
  })

  test('is found out when it calls one by name', ({ assert }) => {
    for (const slug of slugs)
      assert.deepEqual(named([{ path: 'app/cases/planted.ts', text: `if (slug === '${slug}') return` }]), [
        `app/cases/planted.ts: ${slug}`,
      ])
  })
})
