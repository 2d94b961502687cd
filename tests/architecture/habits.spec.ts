import { test } from '@japa/runner'
import { listProcedures } from '#catalogue/queries/list_procedures'
import { CATALOGUE } from '#tests/catalogue/root'
import { type Source, sources } from './support/sources.js'
import { userTexts } from './support/user_texts.js'

/** Statements that change rows; `FOR UPDATE` only locks them. */
const WRITES =
  /\b(INSERT\s+INTO|UPDATE\s+[\w${}.]+(\s+\w+)?\s+SET|DELETE\s+FROM|TRUNCATE|MERGE\s+INTO)\b|\b(insertRows|enqueue|appendAudit)\(/i

const writers = (files: Source[]) => files.filter(({ text }) => WRITES.test(text)).map(({ path }) => path)

/** Ways to the rows of a database, and statements that would go one of them. */
const REACHES =
  /[.](rows|rawQuery)[<(]|\browsOfTown[<(]|services[/]db'|'#tenancy[/]town_pool'|['"`]\s*SELECT\s[^'"`]*\bFROM\b/

const reaching = (files: Source[]) => files.filter(({ text }) => REACHES.test(text)).map(({ path }) => path)

const inFolder = (...folders: string[]) =>
  sources('app').filter(({ path }) => folders.includes(path.split('/')[2] ?? ''))

test.group('Questions and doors', () => {
  test('never write: that is what actions are for', ({ assert }) => {
    assert.deepEqual(writers(inFolder('queries', 'domain', 'models', 'http', 'commands')), [])
  })

  test('reach the database through queries and actions only', ({ assert }) => {
    assert.deepEqual(reaching(inFolder('domain', 'http', 'commands', 'listeners')), [])
  })

  for (const text of [
    `const rows = await trx.rows<Row>('SELECT 1')`,
    `const rows = await rowsOfTown(town.id, 'SELECT 1', [], 'one')`,
    `const rows = await rowsOfTown<{ id: string }>(town.id, 'SELECT 1', [], 'one')`,
    `await db.rawQuery('SELECT 1')`,
    `import db from '@adonisjs/lucid/services/db'`,
    `import { connection } from '#tenancy/town_pool'`,
    'const ASKED = `SELECT id FROM case_files WHERE municipality_id = $1`',
  ])
    test(`are found out when one reaches it: ${text}`, ({ assert }) => {
      assert.lengthOf(reaching([{ path: 'app/desk/http/planted_controller.ts', text }]), 1)
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

/** What an address may ask beside a list: a language, where to go on, a code with answers of its own, a switch. */
const ASKS_ITSELF = [
  'app/core/http/asked.ts',
  'app/core/http/body_gate_middleware.ts',
  'app/core/http/language_middleware.ts',
  'app/desk/http/desk_props.ts',
  'app/desk/http/sign_in_controller.ts',
  'app/filings/http/pages_controller.ts',
  'app/filings/http/submission_controller.ts',
  'app/identity/http/answer_middleware.ts',
  'app/identity/http/sign_in_controller.ts',
  'app/portal/http/verification_controller.ts',
]

test.group('An address', () => {
  const asking = (files: Source[]) =>
    files.filter(({ text }) => /\bqs\(\)/.test(text)).map(({ path }) => path)

  test('is read by what refuses what can’t be answered', ({ assert }) => {
    const others = asking(inFolder('http')).filter((path) => !ASKS_ITSELF.includes(path))
    assert.deepEqual(others, [])
  })

  test('is found out when it is read otherwise', ({ assert }) => {
    const text = 'const { q } = ctx.request.qs()'
    assert.lengthOf(asking([{ path: 'app/desk/http/planted_controller.ts', text }]), 1)
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

test.group('Text for people', () => {
  /** What authors may write is shown by an example; the fictional persons have names; a search passes over words, which nobody reads. */
  const NAMED = /^app[/](forms[/]kinds|identity[/]domain[/]demo_identities|portal[/]domain[/]small_words)/

  const said = (files: Source[]) =>
    files
      .filter(({ path }) => !NAMED.test(path))
      .flatMap((file) => userTexts(file).map((text) => `${file.path}: ${text}`))

  test('is in resources/lang and the catalogue, never in code', ({ assert }) => {
    assert.deepEqual(said(sources('app', 'start', 'config', 'resources/js')), [])
  })

  for (const [path, text] of [
    ['app/desk/http/planted.ts', `flash('No hay expedientes en la bandeja')`],
    ['app/desk/http/planted.ts', 'flash(`Su solicitud ${number} ha sido registrada`)'],
    ['app/desk/http/planted.ts', `flash("Expediente no válido")`],
    ['app/folder/http/planted.ts', `flash('Revise les dades amb atenció')`],
    ['resources/js/pages/desk/planted.tsx', `export const Planted = () => <p>Nothing to do today</p>`],
    ['resources/js/pages/desk/planted.tsx', `export const Planted = () => <a title="Open it">{text}</a>`],
  ] as const)
    test(`is found out in ${path}: ${text}`, ({ assert }) => {
      assert.isNotEmpty(said([{ path, text }]))
    })
})
