import { test } from '@japa/runner'
import { signedIn } from '#tests/support/citizen_visitor'
import { carried } from '#tests/support/carried'
import { openOffice, publishedProcedures } from '#tests/support/filing'
import { wordsIn } from '#tests/support/page_forms'
import { AddSeat } from '#cases/actions/add_seat'
import { LoadCalendar } from '#tenancy/actions/load_calendar'
import { tamper } from '#tests/support/owner'
import { testTown } from '#tests/support/town'
import { Visitor } from '#tests/support/visitor'

const PAGES = [
  '/',
  '/procedures',
  '/about',
  '/closed-days',
  '/accessibility',
  '/privacy',
  '/cookies',
  '/contact',
  '/verify',
  '/sign-in',
]

test.group('The electronic office of a town', () => {
  test('shows on each page whose it is, the official time and who answers for it', async ({ assert }) => {
    const town = await testTown({ name: 'Vilafranca de Prova' })
    const visitor = new Visitor(town.host)
    for (const path of PAGES) {
      const { status, body, headers } = await visitor.get(path)
      const words = wordsIn(body)
      assert.equal(status, 200, path)
      assert.equal(headers['content-type'], 'text/html; charset=utf-8')
      assert.include(words, 'Vilafranca de Prova', path)
      const time = /<time datetime="([^"]+)" data-official-time="Europe\/Madrid">/.exec(body)![1]!
      assert.isBelow(Math.abs(Date.parse(time) - Date.now()), 5000, path)
      assert.include(words, 'Responsible for this electronic office: Mayor', path)
      for (const link of ['/accessibility', '/privacy', '/cookies', '/contact'])
        assert.include(body, `href="${link}"`, path)
    }
  })

  test('wears the town’s coat and colours', async ({ assert }) => {
    const town = await testTown()
    const visitor = new Visitor(town.host)
    const { body } = await visitor.get('/')
    for (const colour of ['#1d4f91', '#153a6b', '#ffcc4d', '#eef3fa']) assert.include(body, colour)
    const coat = /<img class="fin-masthead__coat" src="([^"]+)"/.exec(body)![1]!
    const { status, headers } = await visitor.get(coat)
    assert.deepEqual([status, headers['content-type']], [200, 'image/svg+xml'])
  })

  test('says what the law asks of it (RD 203/2021, art. 10)', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const visitor = new Visitor(town.host)
    const about = wordsIn((await visitor.get('/about')).body)
    for (const part of [
      `http://${town.host}`,
      'Ordinance of a test',
      'Mayor: Empar Mayor',
      'Europe/Madrid',
      'Demonstration identities',
      'Plaça Major, 1',
      'office@example.org',
      'at any hour',
    ])
      assert.include(about, part)
    assert.include(wordsIn((await visitor.get('/privacy')).body), 'dpo@example.org')
    const statement = wordsIn((await visitor.get('/accessibility')).body)
    assert.include(statement, 'partially compliant with Royal Decree 1112/2018')
    assert.match(statement, /reviewed on .{6,16}20\d\d/)
    const cookies = wordsIn((await visitor.get('/cookies')).body)
    const changing = /^[\w-]{20,}$/
    for (const { name } of visitor.jar())
      assert.include(cookies, changing.test(name) ? 'A code, another in each session' : name)
  })

  test('lists its closed days by year, and no year that has none', async ({ assert }) => {
    const town = await testTown({ holidays: ['2027-03-19'] })
    const visitor = new Visitor(town.host)
    const page = await visitor.get('/closed-days?year=2027')
    const days = [...page.body.matchAll(/<th scope="row"[^>]*><time datetime="([^"]+)">/g)].map(
      ([, day]) => day
    )
    assert.deepEqual(days, ['2027-01-01', '2027-01-06', '2027-03-19', '2027-10-09', '2027-12-25'])
    const now = new Date().getFullYear()
    for (const query of ['', '?year=', '?utm_source=x'])
      assert.include(wordsIn((await visitor.get(`/closed-days${query}`)).body), `Closed days of ${now}`)
  })

  test('tells where its calendar was published, and that of a year that is not yet (art. 30.7)', async ({
    assert,
  }) => {
    const town = await testTown()
    const visitor = new Visitor(town.host)
    const days = [{ day: '2030-01-01', scope: 'state' as const, name: { es: 'Año Nuevo', ca: 'Any', en: 'New Year' } }] // prettier-ignore
    await new LoadCalendar().execute(town.id, { years: [2030], days, source: 'DOGV 10214' })
    assert.include(wordsIn((await visitor.get('/closed-days?year=2030')).body), 'Published in: DOGV 10214')
    const now = new Date().getFullYear()
    await tamper(town.id, 'calendar_years', `DELETE FROM calendar_years WHERE municipality_id = $1 AND year = $2`, [town.id, now]) // prettier-ignore
    assert.include(
      wordsIn((await visitor.get('/closed-days')).body),
      `The calendar of ${now} is not published yet.`
    )
  })

  test('publishes the closed days of other places that count (art. 30.6)', async ({ assert }) => {
    const town = await testTown()
    const visitor = new Visitor(town.host)
    const name = { es: 'Xàtiva', ca: 'Xàtiva', en: 'Xàtiva' }
    const actor = { kind: 'officer' as const, id: town.officer.id }
    await new AddSeat().execute({ municipalityId: town.id, name, region: 'ES-VC', actor })
    assert.include((await visitor.get('/closed-days')).body, 'seat=xativa"')
    const now = new Date().getFullYear()
    const fair = [{ day: `${now}-08-17`, scope: 'local' as const, name: { es: 'Fira', ca: 'Fira', en: 'Fair' } }] // prettier-ignore
    await new LoadCalendar().execute(town.id, { years: [now], days: fair, source: 'BOP', seat: 'xativa' })
    const page = await visitor.get('/closed-days?seat=xativa')
    assert.include(wordsIn(page.body), `Closed days of ${now}: Xàtiva`)
    assert.include(page.body, `datetime="${now}-08-17"`)
    assert.equal((await visitor.get('/closed-days?seat=nowhere')).status, 422)
  })

  test('speaks the language that was chosen, then the browser’s, then Spanish', async ({ assert }) => {
    const town = await testTown()
    const shown = async (visitor: Visitor, path = '/about') =>
      (await visitor.get(path)).headers['content-language']
    for (const [asked, spoken] of [
      ['ca-ES,ca;q=0.9,es;q=0.8', 'ca'],
      ['en-US', 'en'],
      ['fr', 'es'],
      ['', 'es'],
    ] as const)
      assert.equal(await shown(new Visitor(town.host).speaking(asked)), spoken, asked)
    const visitor = new Visitor(town.host)
    assert.equal(await shown(visitor, '/about?lang=ca'), 'ca')
    assert.equal(await shown(visitor, '/procedures'), 'ca')
    assert.equal(await shown(visitor, '/about?lang=xx'), 'ca')
  })

  test('offers on each page the same page in its other languages, and keeps what was asked', async ({
    assert,
  }) => {
    const town = await testTown({ languages: ['es', 'ca'] })
    const { body } = await new Visitor(town.host).speaking('es').get('/procedures?q=banco&page=1')
    assert.include(body, 'href="?q=banco&amp;page=1&amp;lang=ca"')
    assert.notInclude(body, 'lang=en')
  })

  test('on a host that is no town’s says so in three languages, and names none', async ({ assert }) => {
    for (const [lang, words] of [
      ['es', 'Esta página no existe'],
      ['ca', 'Esta pàgina no existix'],
      ['en', 'This page does not exist'],
    ] as const) {
      const answer = await new Visitor('nowhere.localhost').speaking(lang).get('/')
      assert.equal(answer.status, 404)
      assert.include(wordsIn(answer.body), words)
    }
  })
})

test.group('The catalogue of a town', () => {
  test('finds a procedure by words, with or without accents, in each language', async ({ assert }) => {
    const office = await openOffice()
    const visitor = new Visitor(office.test.host)
    const href = `href="/procedures/${office.procedure.slug}"`
    for (const q of ['instancia', 'INSTÀNCIA', 'general', 'application'])
      assert.include((await visitor.get(`/procedures?q=${encodeURIComponent(q)}`)).body, href, q)
    const none = await visitor.get('/procedures?q=zzzz')
    assert.equal(none.status, 200)
    const words = wordsIn(none.body)
    assert.include(words, 'We found no procedure with those words.')
    assert.match(words, /procedure that takes any other matter: \S/)
    assert.include(none.body, href)
  })

  test('writes back what was sought as text, whatever it is', async ({ assert }) => {
    const { test: town } = await openOffice()
    const { body } = await new Visitor(town.host).get(
      '/procedures?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E'
    )
    assert.notInclude(body, '<img src=x')
    assert.include(wordsIn(body), '"><img src=x onerror=alert(1)>')
  })

  test('shows a sheet: who decides, by when, what silence means, and how to begin', async ({ assert }) => {
    const office = await openOffice({ demo: true })
    const { slug, sheet } = office.procedure
    const page = await new Visitor(office.test.host).get(`/procedures/${slug}`)
    const words = wordsIn(page.body)
    assert.equal(page.status, 200)
    assert.include(words, 'Mayor')
    assert.include(words, `${sheet.term!.amount} month`)
    assert.include(words, 'If there is no answer in time')
    assert.include(page.body, `action="/procedures/${slug}/filings"`)
    assert.equal((await new Visitor(office.test.host).get('/procedures/no-such-thing')).status, 404)
  })

  test('says nothing of silence where there is no term to pass: {slug}')
    .with([
      { slug: 'residence-slip', term: 'At once' },
      { slug: 'capital-gain-self-assessment', term: 'It does not end in a decision' },
    ])
    .run(async ({ assert }, { slug, term }) => {
      const office = await openOffice({ demo: true })
      const procedure = (await publishedProcedures()).find((one) => one.slug === slug)!
      await carried({ ...office, procedure }, Object.values(procedure.scenarios)[0]!)
      const words = wordsIn((await new Visitor(office.test.host).get(`/procedures/${slug}`)).body)
      assert.include(words, term)
      assert.notInclude(words, 'If there is no answer in time')
    })

  test('tells who has a draft where it is', async ({ assert }) => {
    const office = await openOffice({ demo: true })
    const citizen = await signedIn(office.test)
    const first = await citizen.begin(office.procedure.slug)
    const page = await citizen.get(`/procedures/${office.procedure.slug}`)
    assert.include(page.body, `href="${first.replace(/\/pages\/.*/, '')}"`)
  })

  test('of a town without procedures is empty, and not wrong', async ({ assert }) => {
    const town = await testTown()
    assert.equal((await new Visitor(town.host).get('/procedures')).status, 200)
  })
})
