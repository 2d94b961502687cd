import { test } from '@japa/runner'
import { inTown } from '#tenancy/town_transaction'
import { demoIdentities } from '#identity/domain/demo_identities'
import { CitizenVisitor, formIn, signedIn } from '#tests/support/citizen_visitor'
import { goodAnswers, openOffice, type OpenOffice } from '#tests/support/filing'
import { formsIn, unescaped, wordsIn } from '#tests/support/page_forms'
import { walkToCheck } from '#tests/support/walk_filing'

interface Stage {
  office: OpenOffice
  citizen: CitizenVisitor
  slug: string
  /** The first page, and the page of the subject. */
  first: string
  subject: string
}

async function begun(): Promise<Stage> {
  const office = await openOffice({ demo: true })
  const citizen = await signedIn(office.test)
  const { slug } = office.procedure
  const first = await citizen.begin(slug)
  return { office, citizen, slug, first, subject: first.replace(/[^/]+$/, 'subject') }
}

const stored = async ({ office }: Stage) => {
  const rows = await inTown(office.town.id, (trx) =>
    trx.rows<{ answers: Record<string, string>; version: number; language: string }>(
      `SELECT answers, version, language FROM drafts WHERE municipality_id = $1`,
      [office.town.id]
    )
  )
  return rows[0]!
}

test.group('Beginning a filing', () => {
  test('takes what is known of the person, and asks one thing a page', async ({ assert }) => {
    const { citizen, first } = await begun()
    const page = await citizen.get(first)
    assert.equal(page.status, 200)
    const { fields } = formIn(page, first)
    assert.deepInclude(Object.fromEntries(fields), { 'answers[email]': 'p12345678z@example.org' })
    assert.match(wordsIn(page.body), /Step 1 of \d/)
  })

  test('of what the town does not offer is not found', async ({ assert }) => {
    const { citizen } = await begun()
    assert.equal((await citizen.submit('/procedures/no-such-thing/filings')).status, 404)
  })

  test('goes on to the form when they had to sign in first', async ({ assert }) => {
    const { test, procedure } = await openOffice({ demo: true })
    const path = `/procedures/${procedure.slug}/filings`
    const citizen = new CitizenVisitor(test.host)
    const sent = await citizen.send(await citizen.formAt(`/procedures/${procedure.slug}`, path))
    assert.equal(sent.headers.location, `/sign-in?return=${encodeURIComponent(path)}`)
    const back = await citizen.tryToSignIn(demoIdentities[0]!.identifier, path)
    assert.equal(back.headers.location, path)
    const form = await citizen.get(path)
    assert.match(form.headers.location!, /^\/filings\/.+\/pages\/contact$/)
    const again = await citizen.get(path)
    assert.equal(again.headers.location, `/procedures/${procedure.slug}`)
  })

  test('is never done by a link: it leads to the sheet', async ({ assert }) => {
    const { office, citizen, slug } = await begun()
    const stranger = new CitizenVisitor(office.test.host)
    for (const visitor of [citizen, stranger]) {
      const answer = await visitor.get(`/procedures/${slug}/filings`)
      assert.equal(answer.headers.location, `/procedures/${slug}`)
    }
  })
})

test.group('A page of a filing', () => {
  test('keeps what was typed and goes on', async ({ assert }) => {
    const stage = await begun()
    const { citizen, subject } = stage
    const done = await citizen.answer(subject, { 'answers[subject]': '  Banco en la acera ' })
    assert.equal(done.status, 303)
    assert.match(done.headers.location!, /\/pages\/facts$/)
    assert.equal((await stored(stage)).answers['subject'], 'Banco en la acera')
  })

  test('that lacks an answer is shown again with what is wrong, and nothing typed is lost', async ({
    assert,
  }) => {
    const stage = await begun()
    const { citizen, first } = stage
    const wrong = await citizen.answer(first, { 'answers[email]': 'not an address' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.body, /<title>Error: /)
    assert.include(wrong.body, 'govuk-error-summary')
    assert.deepInclude(Object.fromEntries(formIn(wrong, first).fields), {
      'answers[email]': 'not an address',
    })
    assert.equal((await stored(stage)).answers['email'], 'not an address')
  })

  test('keeps what was typed when the language is switched, right or not', async ({ assert }) => {
    const stage = await begun()
    const { citizen, first } = stage
    for (const path of [first, `${first}?change=1`]) {
      const page = await citizen.get(path)
      const button = new RegExp(
        `<button type="submit" form="filing" formaction="([^"]+)"[^>]* name="_lang" value="ca"`
      ).exec(page.body)![1]!
      const form = formIn(page, first)
      const switched = await citizen.send(
        { ...form, action: unescaped(button) },
        { _lang: 'ca', 'answers[email]': 'not an address' }
      )
      assert.equal(switched.headers.location, path)
      const valencian = await citizen.get(path)
      assert.include(valencian.body, 'lang="ca-valencia"')
      assert.deepInclude(Object.fromEntries(formIn(valencian, first).fields), {
        'answers[email]': 'not an address',
      })
      assert.notInclude(valencian.body, 'govuk-error-summary')
      assert.deepInclude(await stored(stage), { language: 'ca' })
      await citizen.get('/?lang=en')
    }
  })

  test('goes on by Enter, and not to another language', async ({ assert }) => {
    const { citizen, first } = await begun()
    const { body } = await citizen.get(first)
    const buttons = [...body.matchAll(/<button[^>]*type="submit"[^>]*>/g)].map(([tag]) => tag)
    const own = buttons.filter((tag) => tag.includes('form="filing"'))
    assert.match(own[0]!, /name="_step" value="next"/)
    assert.lengthOf(own, 3)
  })

  test('is in the reader’s language, and the switch keeps the answers', async ({ assert }) => {
    const stage = await begun()
    const { citizen, subject } = stage
    await citizen.answer(subject, { 'answers[subject]': 'Bancs de fusta' })
    const shown: string[] = []
    for (const lang of ['es', 'ca', 'en']) {
      const page = await citizen.get(`${subject}?lang=${lang}`)
      assert.include(
        page.body,
        `<html class="govuk-template" lang="${{ es: 'es', ca: 'ca-valencia', en: 'en-GB' }[lang]}"`
      )
      assert.deepInclude(Object.fromEntries(formIn(page, subject).fields), {
        'answers[subject]': 'Bancs de fusta',
      })
      shown.push(/<h1[^>]*>(.*?)<\/h1>/s.exec(page.body)![1]!)
    }
    assert.lengthOf([...new Set(shown)], 3)
    assert.equal((await citizen.get(subject)).headers['content-language'], 'en')
    await citizen.get(`${subject}?lang=ca`)
    await citizen.answer(subject, { 'answers[subject]': 'Bancs' })
    assert.equal((await stored(stage)).language, 'ca')
  })

  test('of a wrong name is not found', async ({ assert }) => {
    const { citizen, first } = await begun()
    for (const name of ['none', 'toString', '__proto__', 'constructor'])
      assert.equal((await citizen.get(first.replace(/[^/]+$/, name))).status, 404)
  })

  test('drops what it does not ask', async ({ assert }) => {
    const stage = await begun()
    await stage.citizen.answer(stage.subject, {
      'answers[subject]': 'Banco',
      'answers[declaration]': 'yes',
      'answers[attachments][]': '019b0000-0000-7000-8000-000000000001',
      'answers[constructor]': 'x',
      version: '99',
    })
    const { answers } = await stored(stage)
    for (const name of ['declaration', 'attachments', 'constructor', 'version'])
      assert.isFalse(Object.hasOwn(answers, name), name)
  })

  test('without the version that was seen is refused with the place', async ({ assert }) => {
    const { citizen, subject } = await begun()
    for (const version of ['', 'x', '-1', '1.5', '99999999999999999999']) {
      const answer = await citizen.ask({
        method: 'POST',
        path: subject,
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ _version: version, answers: { subject: 'Banco' } }),
      })
      assert.equal(answer.status, 422)
      assert.equal(JSON.parse(answer.body).errors[0].pointer, '/_version')
    }
  })
})

test.group('Two tabs of one filing', () => {
  test('do not overwrite each other: the later one sees its own text and is told', async ({ assert }) => {
    const stage = await begun()
    const { citizen, subject } = stage
    const [one, two] = [await citizen.formAt(subject, subject), await citizen.formAt(subject, subject)]
    await citizen.send(one, { _step: 'next', 'answers[subject]': 'From the first tab' })
    const late = await citizen.send(two, { _step: 'next', 'answers[subject]': 'From the second tab' })
    assert.equal(late.status, 409)
    assert.include(wordsIn(late.body), 'You saved newer answers in another window.')
    const again = formIn(late, subject)
    assert.deepInclude(Object.fromEntries(again.fields), { 'answers[subject]': 'From the second tab' })
    assert.equal((await stored(stage)).answers['subject'], 'From the first tab')
    const done = await citizen.send(again, { _step: 'next' })
    assert.equal(done.status, 303)
    assert.equal((await stored(stage)).answers['subject'], 'From the second tab')
  })

  test('file what was seen or nothing', async ({ assert }) => {
    const { office, citizen, slug } = await begun()
    const check = await walkToCheck(citizen, slug, goodAnswers(office))
    const submission = check.replace(/check$/, 'submission')
    const seen = await citizen.formAt(check, submission)
    const subject = check.replace(/check$/, 'pages/subject')
    await citizen.answer(subject, { 'answers[subject]': 'Changed in another tab' })
    const filed = await citizen.send(seen)
    assert.match(filed.headers.location!, /\/check\?changed=1$/)
    const page = await citizen.get(filed.headers.location!)
    assert.include(wordsIn(page.body), 'The answers changed in another window.')
    const done = await citizen.send(formIn(page, submission))
    assert.match(done.headers.location!, /\/receipt$/)
  })
})

test.group('Leaving and coming back', () => {
  test('a draft is saved as it is, and says until when', async ({ assert }) => {
    const { citizen, first } = await begun()
    const left = await citizen.answer(first, { _step: 'leave', 'answers[email]': 'half' })
    assert.match(left.headers.location!, /\/saved$/)
    const saved = wordsIn((await citizen.get(left.headers.location!)).body)
    assert.include(saved, 'You have not submitted the application yet.')
    assert.match(saved, /until .{8,20}20\d\d/)
  })

  test('one goes on at the first page that was not gone through, or lacks an answer', async ({ assert }) => {
    const { citizen, first, office, slug } = await begun()
    const draft = first.replace(/\/pages\/.*/, '')
    assert.equal((await citizen.get(draft)).headers.location, first)
    await citizen.answer(first, {})
    assert.equal((await citizen.get(draft)).headers.location, first.replace(/[^/]+$/, 'language'))
    const check = await walkToCheck(citizen, slug, goodAnswers(office))
    assert.equal((await citizen.get(check.replace(/\/check$/, ''))).headers.location, check)
  })

  test('one is led to a page that nothing has to be answered on, while it was never seen', async ({
    assert,
  }) => {
    const { citizen, first, office, slug } = await begun()
    const check = await walkToCheck(citizen, slug, goodAnswers(office))
    const draft = check.replace(/\/check$/, '')
    await inTown(office.town.id, (trx) =>
      trx.rows(`UPDATE drafts SET seen = array_remove(seen, 'attachments') WHERE municipality_id = $1`, [
        office.town.id,
      ])
    )
    const optional = `${draft}/pages/attachments`
    assert.equal((await citizen.get(draft)).headers.location, optional)
    await citizen.answer(optional, { _step: 'leave' })
    assert.equal((await citizen.get(draft)).headers.location, optional, 'leaving it is not going through it')
    await citizen.answer(optional, {})
    assert.equal((await citizen.get(draft)).headers.location, check)
    assert.equal((await citizen.get(first.replace(/\/pages\/.*/, ''))).headers.location, first)
  })

  test('drafts are listed in the folder, and one is thrown away by a button, after a question', async ({
    assert,
  }) => {
    const { citizen, first } = await begun()
    const draft = first.replace(/\/pages\/.*/, '')
    const folder = await citizen.get('/folder')
    assert.include(folder.body, `href="${draft}"`)
    assert.include(folder.body, `href="${draft}/discard"`)
    const asked = await citizen.get(`${draft}/discard`)
    assert.include(wordsIn(asked.body), 'Do you want to delete this draft?')
    assert.equal((await citizen.get(draft)).status, 302)
    const gone = await citizen.send(formIn(asked, `${draft}/discard`))
    assert.equal(gone.headers.location, '/folder')
    assert.equal((await citizen.get(draft)).status, 404)
    assert.equal((await citizen.get(first)).status, 404)
    assert.notInclude((await citizen.get('/folder')).body, draft)
  })

  test('a draft of somebody else is not there', async ({ assert }) => {
    const { office, citizen, first, subject } = await begun()
    const other = await signedIn(office.test, 1)
    const draft = first.replace(/\/pages\/.*/, '')
    for (const path of [draft, first, `${draft}/check`, `${draft}/saved`, `${draft}/receipt`])
      assert.equal((await other.get(path)).status, 404, path)
    for (const path of [`${draft}/discard`, `${draft}/submission`, subject])
      assert.equal(
        (await other.submit(path, { _version: '1', 'answers[subject]': 'Mine' })).status,
        404,
        path
      )
    assert.equal((await citizen.get(draft)).status, 302)
    assert.notInclude((await other.get('/folder')).body, draft)
  })
})

test.group('A form that came too late', () => {
  const expired = async () => {
    const stage = await begun()
    const form = await stage.citizen.formAt(stage.subject, stage.subject)
    const origin = `http://${stage.office.test.host}`
    return { ...stage, form, origin }
  }

  test('is shown again with all that was typed, and is sent once more', async ({ assert }) => {
    const { citizen, subject, form, origin, ...stage } = await expired()
    citizen.forget('XSRF-TOKEN')
    const late = await citizen.ask({
      method: 'POST',
      path: `${subject}?_csrf=stale`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
      body: new URLSearchParams([
        ...form.fields.filter(([name]) => name !== 'answers[subject]'),
        ['answers[subject]', 'Un "banco" <nuevo>'],
        ['_step', 'next'],
      ]).toString(),
    })
    assert.equal(late.status, 419)
    assert.include(wordsIn(late.body), 'Un "banco" <nuevo>')
    const again = formIn(late, subject)
    assert.notInclude(again.action, 'stale')
    const done = await citizen.send(again)
    assert.equal(done.status, 303)
    assert.equal((await stored({ citizen, subject, ...stage })).answers['subject'], 'Un "banco" <nuevo>')
  })

  test('when the session has ended too, is sent after signing in in another tab', async ({ assert }) => {
    const { citizen, subject, form, origin, ...stage } = await expired()
    citizen.forget()
    const late = await citizen.ask({
      method: 'POST',
      path: subject,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        origin,
      },
      body: new URLSearchParams([
        ...form.fields.filter(([name]) => name === '_version'),
        ['answers[subject]', 'Banco'],
        ['_step', 'next'],
      ]).toString(),
    })
    assert.equal(late.status, 419)
    assert.include(wordsIn(late.body), 'Sign in in another tab')
    const again = formIn(late, subject)
    await citizen.signIn()
    assert.equal((await citizen.send(again)).status, 303)
    assert.equal((await stored({ citizen, subject, ...stage })).answers['subject'], 'Banco')
  })

  test('from another site is refused, and there is nothing to confirm', async ({ assert }) => {
    const { citizen, subject } = await expired()
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await citizen.ask({
        method: 'POST',
        path: subject,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-xsrf-token': '', ...headers },
        body: 'answers[subject]=Planted',
      })
      assert.equal(answer.status, 419)
      assert.isFalse(formsIn(answer.body).some(({ action }) => action.startsWith('/filings')))
      assert.notInclude(answer.body, 'Planted')
    }
  })
})
