import { test } from '@japa/runner'
import { settle, workUntil } from '#tests/support/worker'
import { formIn, signedIn, type CitizenVisitor } from '#tests/support/citizen_visitor'
import { CitizensCase } from '#tests/support/citizens_case'
import { formsIn, wordsIn } from '#tests/support/page_forms'
import { PDF, PROGRAM } from '#tests/support/sample_files'
import { GRANT, ON_PAPER, PROCEED, REQUIRE } from '#tests/support/open_case'
import { missing, wordsOf } from '../../unit/documents/support.ts'

const words = async (citizen: CitizenVisitor, path: string) => wordsIn((await citizen.get(path)).body)

test.group('The folder', () => {
  test('of a new person is empty and shows where to begin', async ({ assert }) => {
    const { office } = await CitizensCase.file()
    const other = await signedIn(office.test, 1)
    assert.include(await words(other, '/folder'), 'You have no case yet.')
    assert.include(await words(other, '/folder/notifications'), 'You have no notification to open.')
    assert.include(await words(other, '/folder/documents'), 'will appear here')
  })

  test('lists cases, finds them by number and subject, and shows documents', async ({ assert }) => {
    const filed = await CitizensCase.file()
    const { citizen, path } = filed
    assert.include((await citizen.get('/folder')).body, `href="${path}"`)
    for (const [q, there] of [
      ['000001', true],
      ['FAROLA', true],
      ['zzzz', false],
    ] as const)
      assert.equal((await citizen.get(`/folder?q=${q}`)).body.includes(`href="${path}"`), there, q)
    assert.include(await words(citizen, '/folder/documents'), 'Registry receipt')
  })
})

test.group('A case', () => {
  test('shows its state in words, its number, by when it is decided, and what was stated', async ({
    assert,
  }) => {
    const { citizen, path } = await CitizensCase.file()
    const page = await words(citizen, path)
    for (const part of [
      '-E-RE-000001',
      'Citizen service',
      'To be decided by',
      'If it passes without an answer',
      'History of the case',
      'Registered with number',
    ])
      assert.include(page, part)
    assert.notInclude(page, 'Amparo Oficial')
  })

  test('moves on as the office answers, and ends with its decision notified', async ({ assert }) => {
    const filed = await CitizensCase.file()
    const { citizen, path } = filed
    await filed.officerAnswers('review', PROCEED)
    await filed.officerAnswers('resolve', GRANT)
    const page = await words(citizen, path)
    assert.include(page, 'Waits to be opened')
    assert.include(page, 'Decided, waiting to be notified')
    for (const told of [page, await words(citizen, '/folder'), await words(citizen, '/folder/notifications')])
      assert.notMatch(told, /granted/i, 'what was decided is told by the notification (art. 43.2)')
    assert.include(await words(citizen, '/folder'), 'Decided, waiting to be notified')
    const { path: notification } = await filed.lastNotification()
    const before = await citizen.get(notification)
    assert.notInclude(before.body, '/documents/')
    assert.notInclude(before.body, '-RES-')
    await citizen.send(formIn(before, `${notification}/acceptance`))
    await filed.settle()
    assert.match(await words(citizen, notification), /Resolution number \d{4}-RES-000001/)
    const after = await citizen.get(path)
    assert.match(wordsIn(after.body), /Granted|granted/)
    assert.match(await words(citizen, '/folder'), /granted/i)
    assert.notInclude(wordsIn(after.body), 'waiting to be notified')
    assert.notInclude(after.body, `${path}/withdrawal`)
    assert.equal((await citizen.get(`${path}/documents`)).status, 409)
  })
})

test.group('A sealed document (RD 1112/2018, art. 10)', () => {
  test('is a page beside its PDF, with the same words, as the accessibility statement says', async ({
    assert,
  }) => {
    const filed = await CitizensCase.file()
    const { citizen, path } = filed
    await filed.officerAnswers('review', PROCEED)
    await filed.officerAnswers('resolve', GRANT)
    const { path: notification, documentId } = await filed.lastNotification()
    await citizen.send(formIn(await citizen.get(notification), `${notification}/acceptance`))
    for (const list of [path, notification, '/folder/documents'])
      assert.include((await citizen.get(list)).body, `href="/documents/${documentId}/page"`)
    const read = await words(citizen, `/documents/${documentId}/page`)
    for (const said of [GRANT.ruling, GRANT.reasons, 'Empar Mayor', '-S-RE-000001', '-RES-000001'])
      assert.include(read, said)
    const pages = (await citizen.get(path)).body.match(/\/documents\/[\w-]+\/page/g)!
    assert.lengthOf(pages, 3)
    for (const page of pages) {
      const pdf = await citizen.get(page.replace('/page', ''))
      const shown = (await citizen.get(page)).body
      const article = shown.slice(shown.indexOf('<article'), shown.indexOf('</article>'))
      const inPdf = wordsOf(pdf.bytes)
      for (const word of wordsIn(article).split(/\s+/)) assert.include(inPdf, word)
    }
    const other = await signedIn(filed.office.test, 1)
    assert.equal((await other.get(`/documents/${documentId}/page`)).status, 404)
  }).skip(missing('pdftotext'), 'pdftotext is not installed')
})

test.group('What stays in the language of a document', () => {
  test('is marked with it on a page of another, and only there (WCAG 3.1.2)', async ({ assert }) => {
    const filed = await CitizensCase.file()
    const { citizen, path } = filed
    await filed.officerAnswers('review', PROCEED)
    await filed.officerAnswers('resolve', GRANT)
    const { path: notification } = await filed.lastNotification()
    const pages = async (lang: string, paths: string[]) =>
      Promise.all(paths.map(async (one) => (await citizen.get(`${one}?lang=${lang}`)).body))
    const before = [path, '/folder', '/folder/notifications', notification]
    const marked = /<(a|h1)[^>]* lang="es"[^>]*>\s*Resolución/
    for (const body of await pages('en', before)) assert.match(body, marked)
    for (const body of await pages('es', before)) assert.notMatch(body, marked)
    await citizen.send(formIn(await citizen.get(notification), `${notification}/acceptance`))
    const code = /fin-code">([A-Z0-9-]+)</.exec((await citizen.get(notification)).body)![1]
    const after = [path, '/folder/documents', '/folder/notifications', notification, `/verify/${code}`]
    for (const body of await pages('en', after)) assert.match(body, marked)
    for (const body of await pages('es', after)) assert.notMatch(body, marked)
  })
})

test.group('A notification', () => {
  const waiting = async () => {
    const filed = await CitizensCase.file()
    await filed.officerAnswers('review', PROCEED)
    await filed.officerAnswers('resolve', GRANT)
    const found = await filed.lastNotification()
    return { filed, citizen: filed.citizen, ...found, expiresAt: found.expiresAt! }
  }

  test('shows only its envelope until it is opened, and then its document (Law 39/2015, art. 43)', async ({
    assert,
  }) => {
    const { filed, citizen, path, documentId } = await waiting()
    const envelope = await citizen.get(path)
    assert.match(wordsIn(envelope.body), /You have (9|10) calendar days left/)
    for (const sealed of [`/documents/${documentId}`, `/documents/${documentId}/page`])
      assert.equal((await citizen.get(sealed)).status, 404)
    assert.include(await words(citizen, '/folder'), 'Waits to be opened')
    const done = await citizen.send(formIn(envelope, `${path}/acceptance`))
    assert.deepEqual([done.status, done.headers.location], [303, path])
    const opened = await citizen.get(path)
    assert.include(wordsIn(envelope.body), 'Last day to open it')
    assert.include(wordsIn(opened.body), 'Opened on')
    assert.notInclude(wordsIn(opened.body), 'Last day to open it')
    assert.include(opened.body, `/documents/${documentId}`)
    const document = await citizen.get(`/documents/${documentId}`)
    assert.deepEqual([document.status, document.headers['content-type']], [200, 'application/pdf'])
    const twice = await citizen.submit(`${path}/acceptance`)
    assert.equal(twice.headers.location, path)
    const rejection = await citizen.submit(`${path}/rejection`)
    assert.equal(rejection.headers.location, path)
    assert.include(await words(citizen, path), 'Opened on')
    assert.isEmpty((await filed.settle()).failures)
  })

  test('that is rejected takes effect unread (art. 41.5)', async ({ assert }) => {
    const { citizen, path } = await waiting()
    await citizen.send(formIn(await citizen.get(path), `${path}/rejection`))
    const page = await citizen.get(path)
    assert.include(wordsIn(page.body), 'You rejected this notification.')
    assert.isFalse(formsIn(page.body).some(({ action }) => action.startsWith(path)))
    await citizen.submit(`${path}/acceptance`)
    assert.include(await words(citizen, path), 'Rejected on')
  })

  test('that nobody opens in ten calendar days counts as rejected (art. 43.2)', async ({ assert }) => {
    const { filed, citizen, path, expiresAt, madeAvailableAt } = await waiting()
    const days = (expiresAt.getTime() - madeAvailableAt.getTime()) / 86_400_000
    assert.isTrue(days > 10 && days <= 11.1, `${days} days`)
    const { id } = filed.office.town
    await workUntil(id, new Date(expiresAt.getTime() - 1000), new Date())
    assert.include(await words(citizen, '/folder/notifications'), 'Will count as rejected after')
    await workUntil(id, new Date(expiresAt.getTime() + 1000), new Date())
    await settle(id, new Date(expiresAt.getTime() + 1000))
    const page = await citizen.get(path)
    assert.include(wordsIn(page.body), 'Ten calendar days passed')
    assert.include(await words(citizen, '/folder/notifications'), 'Expired unopened on')
    assert.equal((await citizen.submit(`${path}/acceptance`)).headers.location, path)
    assert.include(await words(citizen, path), 'Expired unopened on')
  })

  test('of somebody else is not there', async ({ assert }) => {
    const { filed, path } = await waiting()
    const other = await signedIn(filed.office.test, 1)
    assert.equal((await other.get(path)).status, 404)
    for (const answer of ['acceptance', 'rejection'])
      assert.equal((await other.submit(`${path}/${answer}`)).status, 404)
    assert.include(await words(filed.citizen, path), 'Accept and open')
  })
})

test.group('A correction', () => {
  test('is asked for with its term, answered in pages, and gets its own receipt (art. 68)', async ({
    assert,
  }) => {
    const filed = await CitizensCase.file()
    const { citizen, path } = filed
    await filed.officerAnswers('review', REQUIRE)
    const notification = await filed.lastNotification()
    const envelope = await citizen.get(notification.path)
    for (const told of [wordsIn(envelope.body), await words(citizen, '/folder/notifications')]) {
      assert.include(told, 'Citizen service', 'it is of whom the requirement says')
    }
    await citizen.send(formIn(envelope, `${notification.path}/acceptance`))
    assert.include(await words(citizen, notification.path), 'It is being noted in the case.')
    await filed.settle()
    const page = await citizen.get(path)
    const correction = new RegExp(`href="(${path}/corrections/[^"]+)"`).exec(page.body)![1]!
    const asked = await citizen.get(correction)
    const due = /You have until (.+): (?:9|10) working days left/.exec(wordsIn(asked.body))![1]!
    const opened = await citizen.get(notification.path)
    assert.match(opened.body, new RegExp(`class="govuk-button" href="${correction}">Answer<`))
    assert.include(wordsIn(opened.body), `You can answer until ${due}.`)
    assert.notInclude(wordsIn(opened.body), 'It is being noted in the case.')
    const begun = await citizen.send(formIn(asked, correction))
    const first = begun.headers.location!
    assert.equal((await citizen.send(formIn(asked, correction))).headers.location, first)
    const empty = await citizen.answer(first, { 'answers[answer]': '' })
    assert.equal(empty.status, 422)
    const second = (await citizen.answer(first, { 'answers[answer]': 'Frente al número 12.' })).headers
      .location!
    const check = (
      await citizen.answer(second, {}, [['files[attachments][]', { filename: 'plan.pdf', content: PDF }]])
    ).headers.location!
    const done = await citizen.send(await citizen.formAt(check, check.replace(/check$/, 'submission')))
    assert.match(done.headers.location!, /\/receipt$/)
    const receipt = await words(citizen, done.headers.location!)
    assert.include(receipt, '-E-RE-000002')
    for (const part of ['Answer submitted', 'We will review your answer', 'plan.pdf'])
      assert.include(receipt, part)
    assert.notInclude(receipt, 'study your application')
    assert.notInclude(receipt, 'We are sending a notice')
    assert.include(receipt, 'Authenticated copy')
    assert.notInclude(receipt, 'copy of the application')
    await filed.settle()
    assert.equal((await citizen.get(correction)).status, 404)
    const after = await words(citizen, path)
    assert.notInclude(after, 'To answer')
    assert.match(after, /Answer submitted, recorded under number \S+-E-RE-000002/)
  })

  test('that was begun is found again, with the day its term ends and not that of the draft', async ({
    assert,
  }) => {
    const filed = await CitizensCase.file()
    const { citizen, path } = filed
    await filed.officerAnswers('review', REQUIRE)
    const notification = await filed.lastNotification()
    await citizen.send(formIn(await citizen.get(notification.path), `${notification.path}/acceptance`))
    await filed.settle()
    const correction = new RegExp(`href="(${path}/corrections/[^"]+)"`).exec(
      (await citizen.get(path)).body
    )![1]!
    const asked = await citizen.get(correction)
    const due = /until (\d+ \w+ \d{4}):/.exec(wordsIn(asked.body))![1]!
    const first = (await citizen.send(formIn(asked, correction))).headers.location!
    const draft = first.replace(/\/pages\/.*/, '')
    const left = await citizen.answer(first, { _step: 'leave', 'answers[answer]': 'Frente al' })
    const saved = await words(citizen, left.headers.location!)
    assert.include(saved, `you must submit it by ${due}`)
    assert.include(saved, 'You have not submitted the answer yet')
    assert.notInclude(saved, 'it will be deleted')
    const folder = await citizen.get('/folder')
    assert.include(folder.body, `href="${draft}"`)
    assert.include(wordsIn(folder.body), `Answer: General application`)
    assert.include(wordsIn(folder.body), `Until ${due}`)
    const again = await citizen.get(correction)
    assert.include(again.body, `href="${draft}"`)
    assert.include(wordsIn(again.body), 'Continue the answer')
    const check = await words(citizen, `${draft}/check`)
    assert.notInclude(check, 'application, addressed')
    await citizen.answer(first, { 'answers[answer]': 'Frente al 12.' })
    const ready = await words(citizen, `${draft}/check`)
    for (const part of ['submits this answer, addressed to', `ends on ${due}`, 'Submit the answer'])
      assert.include(ready, part)
    assert.notInclude(
      await words(citizen, `/procedures/${filed.office.procedure.slug}`),
      'Continue the draft'
    )
  })

  test('of somebody else is not there', async ({ assert }) => {
    const filed = await CitizensCase.file()
    await filed.officerAnswers('review', REQUIRE)
    const other = await signedIn(filed.office.test, 1)
    const correction = `${filed.path}/corrections/${crypto.randomUUID()}`
    for (const visitor of [other, filed.citizen]) {
      assert.equal((await visitor.get(correction)).status, 404)
      assert.equal((await visitor.submit(correction)).status, 404)
    }
  })
})

test.group('A withdrawal', () => {
  test('is confirmed, registered, and registered once (art. 94)', async ({ assert }) => {
    const filed = await CitizensCase.file()
    const { citizen, path } = filed
    const page = await citizen.get(`${path}/withdrawal`)
    assert.include(wordsIn(page.body), 'you do not give up your right')
    const form = formIn(page, `${path}/withdrawal`)
    const done = await citizen.send(form, { reason: 'Ya está arreglada.' })
    assert.match(done.headers.location!, /\/receipt$/)
    const receipt = await words(citizen, done.headers.location!)
    for (const part of ['-E-RE-000002', 'Withdrawal submitted', 'We will accept the withdrawal'])
      assert.include(receipt, part)
    for (const untrue of ['study your application', 'longest time to decide', 'We are sending a notice'])
      assert.notInclude(receipt, untrue)
    await filed.settle()
    assert.match(await words(citizen, path), /Withdrawal, recorded under number \S+-E-RE-000002/)
    const again = await citizen.send(form, { reason: 'Ya está arreglada.' })
    assert.equal(again.headers.location, done.headers.location)
  })

  test('is offered while the case waits for one, and no more after it', async ({ assert }) => {
    const filed = await CitizensCase.file()
    const { citizen, path } = filed
    assert.include((await citizen.get(path)).body, `href="${path}/withdrawal"`)
    await citizen.send(await citizen.formAt(`${path}/withdrawal`, `${path}/withdrawal`))
    await filed.settle()
    const after = await citizen.get(path)
    assert.notInclude(after.body, `href="${path}/withdrawal"`)
    assert.include(after.body, `href="${path}/documents"`)
  })

  test('and what is added keep what was typed when the language is switched', async ({ assert }) => {
    const { citizen, path } = await CitizensCase.file()
    for (const [page, field] of [
      [`${path}/withdrawal`, 'reason'],
      [`${path}/documents`, 'explanation'],
    ] as const) {
      const form = await citizen.formAt(page, page)
      const switched = await citizen.send(
        { ...form, action: `${page}?lang=ca` },
        { _lang: 'ca', [field]: 'A mitges' }
      )
      assert.equal(switched.status, 200)
      assert.include(switched.body, 'lang="ca-valencia"')
      assert.deepInclude(Object.fromEntries(formIn(switched, page).fields), { [field]: 'A mitges' })
    }
    assert.notInclude(await words(citizen, '/folder'), '000002')
  })

  test('is offered no more once it is resolved, nor are documents, though its letter still waits (arts. 76.1 and 84.1)', async ({
    assert,
  }) => {
    const filed = await CitizensCase.file(undefined, ON_PAPER)
    const { citizen, path } = filed
    const asked = [`${path}/withdrawal`, `${path}/documents`]
    const forms = await Promise.all(asked.map((one) => citizen.formAt(one, one)))
    await filed.officerAnswers('review', PROCEED)
    await filed.officerAnswers('resolve', GRANT)
    const { body } = await citizen.get(path)
    assert.include(wordsIn(body), 'Decided, to be notified')
    for (const one of asked) assert.notInclude(body, one)
    const answers = [
      ...(await Promise.all(asked.map((one) => citizen.get(one)))),
      ...(await Promise.all(forms.map((form) => citizen.send(form)))),
    ]
    for (const { status, body: said } of answers) {
      assert.equal(status, 409)
      assert.include(
        wordsIn(said),
        'This case is already decided: it takes neither a withdrawal nor more documents.'
      )
    }
  })

  test('that comes too late says so, and keeps what was written', async ({ assert }) => {
    const filed = await CitizensCase.file()
    const { citizen, path } = filed
    const form = await citizen.formAt(`${path}/withdrawal`, `${path}/withdrawal`)
    await filed.officerAnswers('review', PROCEED)
    await filed.officerAnswers('resolve', GRANT)
    const notification = await filed.lastNotification()
    await citizen.submit(`${notification.path}/acceptance`)
    await filed.settle()
    const late = await citizen.send(form, { reason: 'Ya no hace falta' })
    assert.equal(late.status, 409)
    assert.include(wordsIn(late.body), 'The case can no longer be withdrawn.')
    assert.deepInclude(Object.fromEntries(formIn(late, `${path}/withdrawal`).fields), {
      reason: 'Ya no hace falta',
    })
    for (const [closed, why] of [
      [`${path}/withdrawal`, 'The case can no longer be withdrawn.'],
      [`${path}/documents`, 'The case is closed and takes no more documents.'],
    ] as const) {
      const answer = await citizen.get(closed)
      assert.equal(answer.status, 409)
      assert.include(wordsIn(answer.body), why)
      assert.include(answer.body, `href="${path}"`)
      assert.notInclude(answer.body, `action="${closed}`)
    }
  })

  test('whose reason is too long is not cut: it is shown again', async ({ assert }) => {
    const { citizen, path } = await CitizensCase.file()
    const reason = `${'a'.repeat(1999)}👩‍👧`
    const answer = await citizen.submit(`${path}/withdrawal`, { reason })
    assert.equal(answer.status, 422)
    assert.match(wordsIn(answer.body), /2.?000 characters at most/)
    assert.deepInclude(Object.fromEntries(formIn(answer, `${path}/withdrawal`).fields), { reason })
  })
})

test.group('Documents that somebody adds', () => {
  test('are streamed one a post, listed, taken away, and registered together (art. 53.1.e)', async ({
    assert,
  }) => {
    const filed = await CitizensCase.file()
    const { citizen, path } = filed
    const here = `${path}/documents`
    const give = async (filename: string, content: Buffer | string) =>
      citizen.send(await citizen.formAt(here, `${here}/files`), {}, [['file', { filename, content }]])
    const nothing = await citizen.send(await citizen.formAt(here, here), { explanation: 'Adjunto el plano' })
    assert.equal(nothing.status, 422)
    assert.include(wordsIn(nothing.body), 'Choose at least one file.')
    assert.deepInclude(Object.fromEntries(formIn(nothing, here).fields), { explanation: 'Adjunto el plano' })
    assert.equal((await give('plan.pdf', PDF)).status, 303)
    assert.equal((await give('notes.txt', 'x')).status, 303)
    const refused = await give('virus.pdf', PROGRAM)
    assert.equal(refused.status, 422)
    assert.include(wordsIn(refused.body), 'The content of “virus.pdf” is not what its extension says.')
    const page = await citizen.get(here)
    const removal = formsIn(page.body).find(({ buttons }) => buttons[0]?.text === 'Remove notes.txt')!
    assert.equal((await citizen.send(removal)).headers.location, here)
    const done = await citizen.send(formIn(await citizen.get(here), here), {
      explanation: 'Adjunto el plano',
    })
    assert.match(done.headers.location!, /\/receipt$/)
    const receipt = await words(citizen, done.headers.location!)
    for (const part of ['Documents submitted', 'now part of the case', 'plan.pdf'])
      assert.include(receipt, part)
    for (const untrue of ['study your application', 'We are sending a notice'])
      assert.notInclude(receipt, untrue)
    assert.notInclude(receipt, 'notes.txt')
    assert.include(await words(citizen, path), 'plan.pdf')
    assert.notInclude((await citizen.get(here)).body, 'plan.pdf')
  })

  test('with an explanation that is too long are not cut', async ({ assert }) => {
    const { citizen, path } = await CitizensCase.file()
    const answer = await citizen.submit(`${path}/documents`, { explanation: 'x'.repeat(2001) })
    assert.equal(answer.status, 422)
    assert.include(answer.body, 'href="#explanation"')
  })

  test('by somebody else are refused as to a case that is not there', async ({ assert }) => {
    const { office, path } = await CitizensCase.file()
    const other = await signedIn(office.test, 1)
    for (const one of [`${path}/documents`, `${path}/documents/files`, `${path}/withdrawal`])
      assert.equal((await other.submit(one, { reason: 'x', explanation: 'x' })).status, 404, one)
  })
})
