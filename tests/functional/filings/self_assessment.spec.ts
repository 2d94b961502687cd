import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { carried } from '#tests/support/carried'
import { signedIn } from '#tests/support/citizen_visitor'
import { GAIN, gainRate } from '#tests/support/filled_in'
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
    for (const [lang, said, never] of [
      ['en', 'If there is something to pay, you will have it in your folder', /decision|application/],
      ['es', 'Si hay algo que pagar, lo tendrá en su carpeta', /resolución|solicitud/],
      ['ca', 'Si hi ha res a pagar, ho tindrà en la seua carpeta', /resolució|sol·licitud/],
    ] as const) {
      const { body } = await visitor.get(`/filings/${draftId}/receipt?lang=${lang}`)
      assert.match(body, /<h1[^>]*>\s*(Submitted|Presentado|Presentat)\s*</)
      const [steps] = /<ol class="fin-steps">.*?<\/ol>/s.exec(body)!
      assert.include(steps, said)
      assert.notMatch(steps, never)
    }
  })
})
