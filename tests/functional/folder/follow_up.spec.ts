import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { documentsOfFiling } from '#documents/queries/documents'
import { anonymousOffice, fileAnonymously, REPORT } from '#tests/support/anonymous'
import { CitizenVisitor, signedIn } from '#tests/support/citizen_visitor'
import { atTheDesk } from '#tests/support/desk_visitor'
import { wordsIn } from '#tests/support/page_forms'
import { countOf, rowsOf } from '#tests/support/rows'
import { walkToReceipt } from '#tests/support/walk_filing'
import { settle } from '#tests/support/worker'

const REPLY = 'El canviarem esta setmana.'

/** The unit answers what waits at the desk. */
async function answerIt(office: Awaited<ReturnType<typeof anonymousOffice>>): Promise<void> {
  const desk = await atTheDesk(office.test, office.test.officer)
  const [task] = await rowsOf(
    office.town.id,
    `SELECT id FROM tasks WHERE municipality_id = $1 AND state = 'open'`
  )
  const path = `/desk/tasks/${task.id}`
  const { props } = await desk.get(path)
  const given = { 'answers[decision]': 'answer', 'answers[reply]': REPLY }
  const done = await desk.submit(path, { _csrf: props.csrf, ...given, step: 'confirmed' })
  if (done.status !== 303) throw new Error(`it was not answered: ${done.status}`)
  await settle(office.town.id, new Date())
}

test.group('A follow-up code', (group) => {
  group.each.setup(async () => void (await db.from('rate_limits').delete()))

  test('leads from any browser to how it stands and to the answer, however it is typed', async ({
    assert,
  }) => {
    const office = await anonymousOffice()
    const { filingId, code } = await fileAnonymously(office)
    await settle(office.town.id, new Date())
    const library = new CitizenVisitor(office.test.host)
    const form = await library.formAt('/follow-up', '/follow-up')
    const found = await library.send(form, { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` })
    assert.equal(found.headers.location, `/follow-up/${filingId}`)
    const before = wordsIn((await library.get(`/follow-up/${filingId}`)).body)
    for (const part of ['The unit is looking into it', 'Fanal apagat', 'Plaça Major, 3'])
      assert.include(before, part)
    await answerIt(office)
    const after = await library.get(`/follow-up/${filingId}`)
    for (const part of ['Answered', 'Document ready to be read', 'Resposta de l’Ajuntament'])
      assert.include(wordsIn(after.body), part)
    const letter = (
      await rowsOf(
        office.town.id,
        `SELECT id FROM documents WHERE municipality_id = $1 AND template = 'answer'`
      )
    )[0]!.id
    const page = await library.get(`/follow-up/${filingId}/documents/${letter}/page`)
    assert.include(wordsIn(page.body), REPLY)
    const pdf = await library.get(`/follow-up/${filingId}/documents/${letter}`)
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-')
    assert.equal(await countOf(office.town.id, 'notifications'), 0)
    const [exit] = await rowsOf(
      office.town.id,
      `SELECT content FROM register_entries WHERE municipality_id = $1 AND book = 'outgoing'`
    )
    assert.equal(exit.content.addressee.name, 'Anónimo')
  })

  test('is answered alike whatever is wrong with it: another, none, half, the code of verification', async ({
    assert,
  }) => {
    const office = await anonymousOffice()
    const elsewhere = await anonymousOffice()
    const { filingId, code } = await fileAnonymously(office)
    const foreign = await fileAnonymously(elsewhere)
    const [first] = await documentsOfFiling(office.town.id, filingId)
    const visitor = new CitizenVisitor(office.test.host)
    await visitor.get('/follow-up')
    const bodies = new Set<string>()
    for (const wrong of [
      code.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      code.slice(0, -5),
      first!.code!,
      foreign.code,
      filingId,
      "' OR 1=1 --",
    ]) {
      const { status, body } = await visitor.submit('/follow-up', { code: wrong })
      assert.equal(status, 404, wrong)
      bodies.add(wordsIn(body.replace(/ value="[^"]*"/g, '')).replace(/\d\d?:\d\d(:\d\d)?/g, ''))
    }
    assert.lengthOf([...bodies], 1)
    assert.equal((await visitor.submit('/follow-up', { code: ' ' })).status, 422)
  })

  test('stands in no address and in no log of one: it is posted, and only the case is in the link', async ({
    assert,
  }) => {
    const office = await anonymousOffice()
    const { filingId, code, visitor } = await fileAnonymously(office)
    const pages = [`/filings/${filingId}/receipt`, `/follow-up/${filingId}`, '/follow-up']
    for (const path of pages)
      for (const [, href] of (await visitor.get(path)).body.matchAll(/(?:href|action)="([^"]*)"/g))
        assert.notMatch(href!, new RegExp(`${code}|${code.replaceAll('-', '')}`), path)
  })

  test('opens nothing to who only guesses where: ids of filings, documents and cases lead back to its page', async ({
    assert,
  }) => {
    const office = await anonymousOffice()
    const { filingId } = await fileAnonymously(office)
    const other = await fileAnonymously(office)
    await settle(office.town.id, new Date())
    const [document] = await documentsOfFiling(office.town.id, filingId)
    for (const visitor of [
      new CitizenVisitor(office.test.host),
      await signedIn(office.test),
      other.visitor,
    ]) {
      assert.equal((await visitor.get(`/follow-up/${filingId}`)).headers.location, '/follow-up')
      for (const path of [`/follow-up/${filingId}/documents/${document!.id}`, `/documents/${document!.id}`])
        assert.notEqual((await visitor.get(path)).status, 200, path)
    }
    const own = `/follow-up/${other.filingId}/documents/${document!.id}`
    assert.equal((await other.visitor.get(own)).status, 404)
  })

  test('is tried twenty times a minute from one address, and no more', async ({ assert }) => {
    const office = await anonymousOffice()
    const { code } = await fileAnonymously(office)
    const visitor = new CitizenVisitor(office.test.host)
    await visitor.get('/follow-up')
    for (let tries = 0; tries < 20; tries++) await visitor.submit('/follow-up', { code: `wrong ${tries}` })
    const refused = await visitor.submit('/follow-up', { code })
    assert.equal(refused.status, 429)
    assert.isAbove(Number(refused.headers['retry-after']), 0)
  })

  test('is let go of where others use the same browser, and can be given again', async ({ assert }) => {
    const office = await anonymousOffice()
    const { filingId, code, visitor } = await fileAnonymously(office)
    const here = `/follow-up/${filingId}`
    const left = await visitor.send(await visitor.formAt(here, `${here}/leave`))
    assert.equal(left.headers.location, '/follow-up')
    assert.equal((await visitor.get(here)).headers.location, '/follow-up')
    assert.match((await visitor.get(`/filings/${filingId}/receipt`)).headers.location ?? '', /^\/sign-in/)
    await visitor.submit('/follow-up', { code })
    assert.equal((await visitor.get(`/filings/${filingId}/receipt`)).status, 200)
  })

  test('is where the mail leads that whoever wished one gets; it names the town and nothing of the matter', async ({
    assert,
  }) => {
    const office = await anonymousOffice()
    await fileAnonymously(office, { answers: { answerWished: 'email', email: 'font@example.org' } })
    await settle(office.town.id, new Date())
    await answerIt(office)
    const mails = await rowsOf(
      office.town.id,
      `SELECT recipient, subject, text, html FROM notices WHERE municipality_id = $1 ORDER BY id`
    )
    assert.deepEqual(
      mails.map(({ recipient }) => recipient),
      ['font@example.org', 'font@example.org']
    )
    for (const { subject, text, html } of mails) {
      assert.match(text, /\/follow-up(\s|$)/)
      assert.notMatch(subject + text + html, /folder\/cases|Fanal|setmana|Anònim/)
    }
  })
})

test.group('A complaint by name', (group) => {
  group.each.setup(async () => void (await db.from('rate_limits').delete()))

  test('is answered in the folder, with no notification to open', async ({ assert }) => {
    const office = await anonymousOffice()
    const citizen = await signedIn(office.test)
    await walkToReceipt(citizen, office.complaint.slug, REPORT)
    await settle(office.town.id, new Date())
    await answerIt(office)
    const [letter] = await rowsOf(
      office.town.id,
      `SELECT id, case_id AS "caseId" FROM documents WHERE municipality_id = $1 AND template = 'answer'`
    )
    const page = await citizen.get(`/folder/cases/${letter.caseId}`)
    assert.include(page.body, `/documents/${letter.id}`)
    assert.include(wordsIn((await citizen.get(`/documents/${letter.id}/page`)).body), REPLY)
    assert.include((await citizen.get('/folder/documents')).body, letter.id)
    const neighbour = await signedIn(office.test, 1)
    assert.equal((await neighbour.get(`/documents/${letter.id}`)).status, 404)
  })
})
