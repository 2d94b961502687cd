import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { carried } from '#tests/support/carried'
import { signedIn } from '#tests/support/citizen_visitor'
import { GAIN, gainRate } from '#tests/support/filled_in'
import { wordsIn } from '#tests/support/page_forms'
import { settle } from '#tests/support/worker'
import { citizenFrom, openOffice, publishedProcedures, readyDraft } from '#tests/support/filing'

test.group('A self-assessment of a transmission for which the town had no rate in force', () => {
  test('is refused, and says why: no rate is made up', async ({ assert }) => {
    const house = await openOffice({ demo: true })
    const published = (await publishedProcedures()).find(({ slug }) => slug === GAIN)!
    const golden = published.scenarios['eight_years']!
    const fees = gainRate('25', '2026-03-01').tables!
    const procedure = await carried({ ...house, procedure: published }, { ...golden, town: { fees } })
    const office = { ...house, procedure }
    const { draftId, version } = await readyDraft(office, { answers: golden.answers })
    const citizen = citizenFrom(office.test.person)
    const at = new Date()
    assert.deepEqual(await new SubmitFiling().execute({ town: office.town, citizen, draftId, version, at }), {
      ok: false,
      error: { kind: 'no_fee', fault: { code: 'NO_VERSION', at: 'rate', params: { day: '2026-02-10' } } },
    })
    const { body } = await (await signedIn(office.test)).get(`/filings/${draftId}/check?lang=es`)
    assert.include(body, 'No hay tarifa en vigor el 10 de febrero de 2026 para «Tipo de gravamen (%)»')
  })
})

test.group('The receipt of a self-assessment', () => {
  test('says that it is paid first, and promises no decision, since there is none to come', async ({
    assert,
  }) => {
    const house = await openOffice({ demo: true })
    const published = (await publishedProcedures()).find(({ slug }) => slug === GAIN)!
    const golden = published.scenarios['eight_years']!
    const office = { ...house, procedure: await carried({ ...house, procedure: published }, golden) }
    const { draftId, version } = await readyDraft(office, { answers: golden.answers })
    const citizen = citizenFrom(office.test.person)
    unwrap(await new SubmitFiling().execute({ town: office.town, citizen, draftId, version, at: new Date() }))
    const visitor = await signedIn(office.test)
    const receipt = `/filings/${draftId}/receipt`
    const steps = async (lang: string) => {
      const { body } = await visitor.get(`${receipt}?lang=${lang}`)
      assert.match(body, /<h1[^>]*>\s*(Submitted|Presentado|Presentat)\s*</)
      return { body, said: /<ol class="fin-steps">.*?<\/ol>/s.exec(body)![0] }
    }
    const before = await steps('es')
    assert.include(before.said, 'Si hay algo que pagar, lo tendrá en su carpeta')
    assert.include(before.body, 'Estamos viendo si hay algo que pagar')
    assert.include(before.body, `href="${receipt}" class="govuk-button">Ver si ya está`)

    await settle(office.town.id, new Date())
    for (const [lang, said, never] of [
      ['en', 'Pay what is asked for', /decision|application/],
      ['es', 'Pague lo que se le pide', /resolución|solicitud/],
      ['ca', 'Pague el que se li demana', /resolució|sol·licitud/],
    ] as const) {
      const page = await steps(lang)
      assert.include(page.said, said)
      assert.notMatch(page.said, never)
    }
    const { body } = await visitor.get(`${receipt}?lang=es`)
    const [, href] = /href="(\/folder\/payments\/[^"]+)" class="govuk-button">Pagar [\d.,]+\s€/.exec(body)!
    assert.equal((await visitor.get(href!)).status, 200)
    assert.match(wordsIn(body), /Tiene que pagar [\d.,]+\s€, como muy tarde el \d+ de /)
    assert.notInclude(wordsIn(body), 'antes de emitir el documento')
  }).timeout(20_000)

  test('asks for nothing where nothing is to be paid', async ({ assert }) => {
    const house = await openOffice({ demo: true })
    const published = (await publishedProcedures()).find(({ slug }) => slug === GAIN)!
    const golden = published.scenarios['no_gain']!
    const office = { ...house, procedure: await carried({ ...house, procedure: published }, golden) }
    const { draftId, version } = await readyDraft(office, { answers: golden.answers })
    const citizen = citizenFrom(office.test.person)
    unwrap(await new SubmitFiling().execute({ town: office.town, citizen, draftId, version, at: new Date() }))
    await settle(office.town.id, new Date())
    const page = await (await signedIn(office.test)).get(`/filings/${draftId}/receipt?lang=es`)
    for (const part of ['Falta el pago', 'Estamos viendo', 'pagar'])
      assert.notInclude(wordsIn(page.body), part)
    assert.include(wordsIn(page.body), 'Comprobaremos lo que ha presentado')
  })

  test('tells one thing of mail where a demonstration town sends none', async ({ assert }) => {
    const house = await openOffice({ demo: true })
    const published = (await publishedProcedures()).find(({ slug }) => slug === GAIN)!
    const golden = published.scenarios['eight_years']!
    const office = { ...house, procedure: await carried({ ...house, procedure: published }, golden) }
    const answers = { ...golden.answers, email: 'v@example.org' }
    const { draftId, version } = await readyDraft(office, { answers })
    const citizen = citizenFrom(office.test.person)
    unwrap(await new SubmitFiling().execute({ town: office.town, citizen, draftId, version, at: new Date() }))
    await settle(office.town.id, new Date())
    const page = await (await signedIn(office.test)).get(`/filings/${draftId}/receipt?lang=es`)
    const words = wordsIn(page.body)
    assert.include(words, 'Hay un aviso para v@example.org.')
    assert.include(words, 'El aviso por correo electrónico se quedará también en la bandeja de salida')
    assert.notInclude(words, 'la sede no envía avisos')
  })
})
