import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { activityNamed } from '#cases/activities/index'
import { lockedCase } from '#cases/queries/locked_case'
import { documentsOfFiling } from '#documents/queries/documents'
import { sheetOf } from '#documents/queries/sheet_of'
import { demoIdentities } from '#identity/domain/demo_identities'
import { warnOfDrafts } from '#filings/actions/warn_of_drafts'
import { verifyTown } from '#start/verify'
import { inTown } from '#tenancy/town_transaction'
import { allow, anonymousOffice, fileAnonymously, REPORT } from '#tests/support/anonymous'
import { CitizenVisitor, signedIn } from '#tests/support/citizen_visitor'
import { openOffice } from '#tests/support/filing'
import { wordsIn } from '#tests/support/page_forms'
import { countOf, rowsOf } from '#tests/support/rows'
import { PNG } from '#tests/support/sample_files'
import { walkToCheck } from '#tests/support/walk_filing'
import { settle } from '#tests/support/worker'
import { missing, wordsOf as wordsOfPdf } from '../../unit/documents/support.ts'

const toSubmission = (check: string) => check.replace(/check$/, 'submission')
const toReceipt = (check: string) => check.replace(/check$/, 'receipt')

/** Every row of a town, in every table that has rows of towns, as text. */
async function everything(townId: string): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    townId,
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality_id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND $1::uuid IS NOT NULL
       AND has_table_privilege(c.oid, 'SELECT')`
  )
  const rows: string[] = []
  for (const { name } of tables)
    for (const { row } of await rowsOf<{ row: string }>(
      townId,
      `SELECT t::text AS row FROM "${name}" t WHERE municipality_id = $1`
    ))
      rows.push(`${name} ${row}`)
  const { rows: found } = await db
    .connection('owner')
    .rawQuery(`SELECT words::text AS row FROM case_search WHERE municipality_id = ?`, [townId])
  return [...rows, ...found.map(({ row }: { row: string }) => `case_search ${row}`)]
}

test.group('What is filed without saying who one is', (group) => {
  group.each.setup(async () => void (await db.from('rate_limits').delete()))

  test('gets its entry, its receipt and a code at once, by nobody who signed in', async ({ assert }) => {
    const office = await anonymousOffice()
    const { visitor, filingId, code } = await fileAnonymously(office)
    const page = wordsIn((await visitor.get(`/filings/${filingId}/receipt`)).body)
    for (const part of ['Interested party Anonymous', code, 'see it with the follow-up code'])
      assert.include(page, part)
    const [entry] = await rowsOf(
      office.town.id,
      `SELECT content FROM register_entries WHERE municipality_id = $1 AND filing_id = $2`,
      [filingId]
    )
    assert.deepInclude(entry.content, {
      party: { identifier: '', name: 'Anónimo' },
      sender: { name: 'Anónimo', directoryCode: null },
      language: 'ca',
    })
    await settle(office.town.id, new Date())
    const documents = await documentsOfFiling(office.town.id, filingId)
    const told = async (kind: string) =>
      JSON.stringify(
        await sheetOf(
          office.town.id,
          documents.find((one) => one.kind === kind)!
        )
      )
    const [receipt, copy] = [await told('receipt'), await told('filing')]
    for (const part of ['"Anònim"', 'amb el codi de seguiment']) assert.include(receipt, part)
    assert.notInclude(receipt, code)
    assert.include(copy, 'es va presentar de manera anònima')
    assert.notInclude(copy, code)
    const pdf = await visitor.get(
      `/follow-up/${filingId}/documents/${documents.find(({ kind }) => kind === 'receipt')!.id}`
    )
    assert.equal(pdf.status, 200)
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-')
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  })

  test('is entered as anonymous in the language of the books', async ({ assert }) => {
    for (const [language, name] of [
      ['es', 'Anónimo'],
      ['ca', 'Anònim'],
    ] as const) {
      const office = await anonymousOffice({ languages: [language, 'en'] })
      const { filingId } = await fileAnonymously(office)
      const [entry] = await rowsOf(
        office.town.id,
        `SELECT content FROM register_entries WHERE municipality_id = $1 AND filing_id = $2`,
        [filingId]
      )
      assert.equal(entry.content.party.name, name)
    }
  })

  test('holds nobody in any row, though they had signed in and come back with what they got', async ({
    assert,
  }) => {
    const office = await anonymousOffice()
    const visitor = await signedIn(office.test)
    const before = await everything(office.town.id)
    const { slug } = office.complaint
    const first = await visitor.begin(slug, 'anonymous-filings')
    const photos = first.replace(/[^/]+$/, 'photos')
    const photo = { filename: 'fanal.png', content: PNG, type: 'image/png' }
    assert.equal(
      (await visitor.answer(photos, { _action: 'upload' }, [['files[photos][]', photo]])).status,
      303
    )
    const { filingId, code } = await fileAnonymously(office, { visitor, answers: { subject: 'Un altre' } })
    await settle(office.town.id, new Date())
    const documents = await documentsOfFiling(office.town.id, filingId)
    for (const { code: printed } of documents) await visitor.get(`/verify/${printed}`)
    await new CitizenVisitor(office.test.host).submit('/follow-up', { code })
    const [person] = demoIdentities
    const added = (await everything(office.town.id)).filter((row) => !before.includes(row))
    assert.isAbove(added.length, 15)
    const who = [
      office.test.person.id,
      person!.identifier,
      person!.givenName,
      person!.surnames,
      person!.email!,
    ]
    for (const secret of [...who, '127.0.0.1', visitor.cookieNamed('finestra')!])
      assert.deepEqual(
        added.filter((row) => row.includes(secret)),
        [],
        `${secret} stands nowhere`
      )
    assert.include(JSON.stringify(added), 'anonymous')
    assert.notInclude(wordsIn((await visitor.get('/folder')).body), 'Un altre')
  })

  test('keeps the code in no row: its digest only, by which it is looked up', async ({ assert }) => {
    const office = await anonymousOffice()
    const { code } = await fileAnonymously(office)
    const kept = (await everything(office.town.id)).filter((row) => row.includes(code.replaceAll('-', '')))
    assert.deepEqual(kept, [])
    assert.equal(await countOf(office.town.id, 'follow_ups'), 1)
  })

  test('shows its code to nobody who verifies the receipt, in no form of it', async ({ assert }) => {
    const office = await anonymousOffice()
    const { visitor, filingId, code } = await fileAnonymously(office)
    await settle(office.town.id, new Date())
    const receipt = (await documentsOfFiling(office.town.id, filingId)).find(
      ({ kind }) => kind === 'receipt'
    )!
    const stranger = new CitizenVisitor(office.test.host)
    const verified = `/verify/${receipt.code}`
    for (const path of [verified, `${verified}/page`]) {
      const { status, body } = await stranger.get(path)
      assert.equal(status, 200, path)
      assert.notInclude(body, code, path)
    }
    const original = await stranger.get(`${verified}/original`)
    const own = await visitor.get(`/follow-up/${filingId}/documents/${receipt.id}`)
    for (const { bytes } of [original, own]) {
      const text = wordsOfPdf(bytes)
      assert.include(text, receipt.code!.slice(0, 4))
      assert.notInclude(text.replaceAll(/[-\s]/g, ''), code.replaceAll('-', ''))
    }
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('is for whoever began it: to another browser, to another person and in another town it is not there', async ({
    assert,
  }) => {
    const office = await anonymousOffice()
    const visitor = new CitizenVisitor(office.test.host)
    const check = await walkToCheck(visitor, office.complaint.slug, REPORT, 'anonymous-filings')
    const [stranger, person] = [new CitizenVisitor(office.test.host), await signedIn(office.test)]
    const draft = check.replace(/\/check$/, '')
    for (const path of [
      draft,
      check,
      `${draft}/pages/facts`,
      `${draft}/saved`,
      `${draft}/discard`,
      toReceipt(check),
    ]) {
      assert.match((await stranger.get(path)).headers.location ?? '', /^\/sign-in/, path)
      assert.equal((await person.get(path)).status, 404, path)
    }
    await person.get('/folder')
    for (const [path, fields] of [
      [toSubmission(check), { _version: '9' }],
      [`${draft}/discard`, {}],
      [`${draft}/pages/facts`, { _version: '9', 'answers[facts]': 'mine' }],
    ] as const)
      assert.equal((await person.submit(path, fields as Record<string, string>)).status, 404, path)
    const elsewhere = await anonymousOffice()
    const abroad = new CitizenVisitor(elsewhere.test.host)
    abroad.take(visitor)
    assert.match((await abroad.get(check)).headers.location ?? '', /^\/sign-in/)
    assert.equal((await visitor.get(check)).status, 200)
  })

  test('pressed twice, or three times at once, is filed once and answered the same', async ({ assert }) => {
    const office = await anonymousOffice()
    const visitor = new CitizenVisitor(office.test.host)
    const check = await walkToCheck(visitor, office.complaint.slug, REPORT, 'anonymous-filings')
    const form = await visitor.formAt(check, toSubmission(check))
    const answers = await Promise.all([1, 2, 3].map(() => visitor.send(form)))
    answers.push(await visitor.send(form))
    for (const { headers } of answers) assert.equal(headers.location, toReceipt(check))
    assert.equal(await countOf(office.town.id, 'filings'), 1)
    assert.equal(await countOf(office.town.id, 'follow_ups'), 1)
    assert.equal((await visitor.send({ ...form, fields: [['_version', '1']] })).status, 409)
    assert.equal((await visitor.get(check)).headers.location, toReceipt(check))
  })

  test('needs the token of our own page, as everything that is posted', async ({ assert }) => {
    const office = await anonymousOffice()
    const visitor = new CitizenVisitor(office.test.host)
    const check = await walkToCheck(visitor, office.complaint.slug, REPORT, 'anonymous-filings')
    for (const path of [
      `/procedures/${office.complaint.slug}/anonymous-filings`,
      toSubmission(check),
      '/follow-up',
    ]) {
      visitor.forget('XSRF-TOKEN')
      assert.equal((await visitor.submit(path, { _version: '9', code: 'X' })).status, 419, path)
    }
    assert.equal(await countOf(office.town.id, 'filings'), 0)
    assert.equal(await countOf(office.town.id, 'drafts'), 1)
  })

  test('is refused where the town does not allow it, and where the procedure does not', async ({
    assert,
  }) => {
    const office = await anonymousOffice()
    const closed = await anonymousOffice()
    await allow(closed.town.id, closed.complaint.slug, false)
    const post = async (host: string, slug: string) => {
      const visitor = new CitizenVisitor(host)
      const { body } = await visitor.get(`/procedures/${slug}`)
      assert.notInclude(body, 'anonymous-filings')
      return (await visitor.submit(`/procedures/${slug}/anonymous-filings`)).status
    }
    assert.equal(await post(closed.test.host, closed.complaint.slug), 403)
    assert.equal(await post(office.test.host, office.procedure.slug), 403)
    const named = await (await signedIn(closed.test)).begin(closed.complaint.slug)
    assert.match(named, /pages\/kind$/)
  })

  test('is refused when it is filed, where the town has taken it back meanwhile', async ({ assert }) => {
    const office = await anonymousOffice()
    const visitor = new CitizenVisitor(office.test.host)
    const check = await walkToCheck(visitor, office.complaint.slug, REPORT, 'anonymous-filings')
    const form = await visitor.formAt(check, toSubmission(check))
    await allow(office.town.id, office.complaint.slug, false)
    const refused = await visitor.send(form)
    assert.equal(refused.status, 403)
    assert.include(wordsIn(refused.body), 'You can submit it by signing in.')
    assert.equal(await countOf(office.town.id, 'filings'), 0)
  })

  test('is begun ten times a minute from one address, and no more', async ({ assert }) => {
    const office = await anonymousOffice()
    const visitor = new CitizenVisitor(office.test.host)
    const path = `/procedures/${office.complaint.slug}/anonymous-filings`
    await visitor.get(`/procedures/${office.complaint.slug}`)
    const statuses = []
    for (let tries = 0; tries < 11; tries++) statuses.push((await visitor.submit(path)).status)
    assert.deepEqual(statuses, [...Array(10).fill(303), 429])
    assert.equal(await countOf(office.town.id, 'drafts'), 10)
  })

  test('is begun so many times in a town, each kept for a day, and nobody is written to about it', async ({
    assert,
  }) => {
    const office = await anonymousOffice()
    const visitor = new CitizenVisitor(office.test.host)
    const first = await visitor.begin(office.complaint.slug, 'anonymous-filings')
    await visitor.answer(first, { _step: 'leave', 'answers[kind]': 'thanks' })
    const kept = async () =>
      rowsOf(
        office.town.id,
        `SELECT expires_at - updated_at = interval '1 day' AS a_day FROM drafts WHERE municipality_id = $1`
      )
    assert.deepEqual(await kept(), [{ a_day: true }])
    assert.equal(await inTown(office.town.id, (trx) => warnOfDrafts(trx, office.town, new Date())), 0)
    assert.deepEqual(
      await rowsOf(office.town.id, `SELECT warned_at FROM drafts WHERE municipality_id = $1`),
      [{ warned_at: null }]
    )
    await rowsOf(
      office.town.id,
      `INSERT INTO drafts (municipality_id, id, slug, digest, language, answers, created_at, updated_at, expires_at, code_digest)
       SELECT municipality_id, gen_random_uuid(), slug, digest, language, answers, created_at, updated_at, expires_at,
         encode(sha256(n::text::bytea), 'hex') FROM drafts, generate_series(1, 499) n WHERE municipality_id = $1`
    )
    const path = `/procedures/${office.complaint.slug}/anonymous-filings`
    const full = await visitor.submit(path)
    assert.equal(full.status, 429)
    assert.include(wordsIn(full.body), 'Too many anonymous submissions have been begun in this office.')
    assert.include(full.body, `href="/procedures/${office.complaint.slug}">File online</a>`)
    assert.equal(await countOf(office.town.id, 'drafts'), 500)
    await rowsOf(
      office.town.id,
      `UPDATE drafts SET expires_at = now() - interval '1 minute' WHERE municipality_id = $1`
    )
    await visitor.get(`/procedures/${office.complaint.slug}`)
    assert.equal((await visitor.submit(path)).status, 303)
    const named = await signedIn(office.test)
    assert.match(await named.begin(office.complaint.slug), /pages\/kind$/)
  })

  test('can be left and gone on with in the same browser, and thrown away', async ({ assert }) => {
    const office = await anonymousOffice()
    const visitor = new CitizenVisitor(office.test.host)
    const first = await visitor.begin(office.complaint.slug, 'anonymous-filings')
    const left = await visitor.answer(first, { _step: 'leave', 'answers[kind]': 'thanks' })
    const saved = await visitor.get(left.headers.location!)
    assert.include(wordsIn(saved.body), 'you can continue from this browser only')
    assert.notInclude(saved.body, 'Go to my folder')
    const draft = first.replace(/\/pages.*/, '')
    assert.equal((await visitor.get(draft)).headers.location, `${draft}/pages/kind`)
    const gone = await visitor.send(await visitor.formAt(`${draft}/discard`, `${draft}/discard`))
    assert.equal(gone.headers.location, `/procedures/${office.complaint.slug}`)
    assert.match((await visitor.get(draft)).headers.location ?? '', /^\/sign-in/)
    assert.equal(await countOf(office.town.id, 'drafts'), 0)
  })

  test('can still be filed by name, by whoever had rather', async ({ assert }) => {
    const office = await anonymousOffice()
    const citizen = await signedIn(office.test)
    const check = await walkToCheck(citizen, office.complaint.slug, REPORT)
    assert.include(wordsIn((await citizen.get(check)).body), '(12345678Z)')
    await citizen.send(await citizen.formAt(check, toSubmission(check)))
    const page = await citizen.get(toReceipt(check))
    assert.notInclude(page.body, 'follow-up-code')
    assert.include(wordsIn(page.body), 'you will have it in your folder')
    assert.equal(await countOf(office.town.id, 'follow_ups'), 0)
  })

  test('notifies nobody and asks nobody to pay, whatever a process asks', async ({ assert }) => {
    const office = await anonymousOffice()
    const { filingId } = await fileAnonymously(office)
    const [{ id }] = (await rowsOf(
      office.town.id,
      `SELECT case_id AS id FROM filings WHERE municipality_id = $1 AND id = $2`,
      [filingId]
    )) as [{ id: string }]
    for (const name of ['notifications.notify', 'payments.request'])
      await assert.rejects(
        () =>
          inTown(office.town.id, async (trx) => {
            const caseFile = (await lockedCase(trx, id))!
            caseFile.workflow.variables['fee'] = { total: '5.00' }
            const given = { caseFile, town: office.town, procedure: office.complaint, key: 'k', input: {} }
            const moment = { at: new Date(), since: new Date(), moved: false }
            return activityNamed(name).commit(trx, { ...given, ...moment }, undefined)
          }),
        /filed anonymously/
      )
  })
})

test.group('A filing by name', () => {
  test('has no follow-up code, and no row of one', async ({ assert }) => {
    const office = await openOffice({ demo: true })
    const citizen = await signedIn(office.test)
    const check = await walkToCheck(citizen, office.procedure.slug, {
      language: 'es',
      notificationChannel: 'electronic',
      subject: 'Farola',
      facts: 'No luce.',
      request: 'Que luzca.',
      declaration: true,
    })
    await citizen.send(await citizen.formAt(check, toSubmission(check)))
    const [row] = await rowsOf(
      office.town.id,
      `SELECT f.person_id IS NOT NULL AS named, d.facts FROM filings f
       JOIN documents d ON d.municipality_id = $1 AND d.filing_id = f.id AND d.kind = 'receipt' WHERE f.municipality_id = $1`
    )
    assert.deepEqual(row, { named: true, facts: null })
    assert.equal(await countOf(office.town.id, 'follow_ups'), 0)
  })
})
