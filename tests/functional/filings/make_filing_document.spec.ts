import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { documentContext } from '#cases/domain/document_context'
import { contentOf, storedContent } from '#documents/queries/content_of'
import { documentById, documentsOfFiling } from '#documents/queries/documents'
import { writingOf } from '#documents/queries/writing'
import { checkSeal } from '#documents/seal/check_seal'
import { AnswerRequirement } from '#filings/actions/answer_requirement'
import { fileInCase } from '#filings/actions/file_in_case'
import { makeFilingDocument, pressReceipt } from '#filings/actions/make_filing_document'
import { SaveAnswers } from '#filings/actions/save_answers'
import { StartDraftInCase } from '#filings/actions/start_draft_in_case'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { WithdrawCase } from '#filings/actions/withdraw_case'
import { copyOf, receiptOf } from '#filings/domain/filed'
import { filedById } from '#filings/queries/filed'
import { digestOf } from '#core/digest'
import { ok, unwrap } from '#core/result'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { newestEntries } from '#registry/queries/entries'
import { citizenFrom, goodAnswers, openOffice, readyDraft } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { FILED, openCase, type OpenCase } from '#tests/support/open_case'
import { requiredCase } from '#tests/support/required_case'
import { uploaded } from '#tests/support/uploaded'
import { missing, wordsOf as wordsOfPdf } from '../../unit/documents/support.ts'
import { testTown } from '#tests/support/town'

/** All words of the copy and of the receipt of a filing. */
async function wordsOf({ town }: Pick<OpenCase, 'town'>, filingId: string) {
  const filed = (await filedById(town.id, filingId))!
  const writing = writingOf(filed.town, filed.language)
  const [copy, receipt] = [copyOf, receiptOf].map((sheet) => JSON.stringify(sheet(filed, writing))) as [
    string,
    string,
  ]
  return { copy, receipt, who: filed.applicant.name }
}

/** The numbers of the entries in both books, the first of each. */
const numbers = async ({ office: { town } }: OpenCase) =>
  Promise.all(
    (['incoming', 'outgoing'] as const).map(
      async (book) =>
        (await newestEntries(town.id, { book }, { timeZone: town.timeZone })).at(-1)?.entryNumber
    )
  )

function namesItsCase(assert: Assert, words: string, number: string) {
  assert.include(words, JSON.stringify({ label: 'Expediente', value: number }))
  assert.include(words, JSON.stringify({ label: 'Asunto', value: 'Farola apagada' }))
}

const names = async ({ town }: Pick<OpenCase, 'town'>, filingId: string) =>
  (await documentsOfFiling(town.id, filingId)).map(({ name }) => name).sort()

test.group('The documents of a filing (Law 39/2015, art. 16.3)', () => {
  test('are made once, sealed, and are from then on what they were', async ({ assert }) => {
    const office = await openOffice()
    const { town } = office
    const { filingId } = await fileAt(office, office.procedure, { answers: goodAnswers(office), at: FILED })
    for (const document of await documentsOfFiling(town.id, filingId)) {
      assert.isNull(await storedContent(town.id, document.id))
      await makeFilingDocument(town.id, document)
      const first = (await storedContent(town.id, document.id))!
      assert.deepInclude(checkSeal(first.body), { intact: true, whole: true })
      await makeFilingDocument(town.id, document)
      assert.equal((await storedContent(town.id, document.id))!.sha256, first.sha256, document.kind)
    }
  })

  test('of the first filing are as its procedure writes them', async ({ assert }) => {
    const open = await openCase()
    const { copy, receipt } = await wordsOf(open, open.filingId)
    assert.include(copy, 'Farola apagada')
    assert.include(receipt, 'Farola apagada')
    assert.deepEqual(await names(open, open.filingId), ['Justificante de presentación', 'Solicitud'])
  })

  test('name the files that came with it, and its receipt gives the digest of what was answered', async ({
    assert,
  }) => {
    const office = await openOffice()
    const { town, test } = office
    const { draftId } = await readyDraft(office)
    const own = { municipalityId: town.id, personId: test.person.id, draftId }
    const { id } = await uploaded({ ...own, field: 'attachments', name: 'Plano de la calle.pdf' })
    const answers = { ...goodAnswers(office), attachments: [id] }
    await new SaveAnswers().execute({ ...own, version: 2, answers, at: new Date() })
    const citizen = citizenFrom(test.person)
    unwrap(await new SubmitFiling().execute({ town, citizen, draftId, version: 3, at: new Date() }))
    const { copy, receipt } = await wordsOf({ town: test }, draftId)
    assert.include(copy, '"value":"Plano de la calle.pdf"')
    assert.notInclude(copy, id)
    const filed = (await filedById(town.id, draftId))!
    assert.include(receipt, `SHA-256 ${digestOf(filed.answers)}`)
    const pressed = (await documentsOfFiling(town.id, draftId)).find(({ kind }) => kind === 'receipt')!
    const { body } = await contentOf(town.id, pressed)
    const again = await pressReceipt(filed, pressed.code!)
    assert.equal(wordsOfPdf(body as Buffer), wordsOfPdf(again.bytes))
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('of an answer to a requirement say what was answered', async ({ assert }) => {
    const open = await requiredCase()
    const { office, town, caseId, taskId } = open
    const { slug, digest } = office.procedure
    const at = FILED
    const draftId = (await new StartDraftInCase().execute({
      municipalityId: town.id,
      personId: town.person.id,
      slug,
      digest,
      language: 'es',
      kind: 'correction',
      caseId,
      taskId,
      at,
    }))!
    const citizen = citizenFrom(town.person)
    const answers = { answer: 'Frente al número doce.' }
    unwrap(
      await new AnswerRequirement().execute({
        town: office.town,
        citizen,
        draftId,
        version: 1,
        caseId,
        taskId,
        answers,
        uploads: [],
        at,
        moved: true,
      })
    )
    const { copy, receipt } = await wordsOf(open, draftId)
    assert.include(copy, 'Copia auténtica de la respuesta presentada')
    assert.include(copy, answers.answer)
    const [number, exit] = await numbers(open)
    const [letter] = await notificationsOfCase(town.id, caseId)
    const { name } = (await documentById(town.id, letter!.documentId))!
    const { who } = await wordsOf(open, draftId)
    assert.include(
      copy,
      `${who} responde al documento «${name}, ${exit}», que se le notificó el 2 de marzo de 2026 en el expediente ${number}.`
    )
    for (const words of [copy, receipt]) namesItsCase(assert, words, number!)
    assert.deepEqual(await names(open, draftId), [
      'Copia auténtica de la respuesta presentada',
      'Justificante de la respuesta presentada',
    ])
  })

  test('of a withdrawal say why, and promise no term to decide', async ({ assert }) => {
    const open = await openCase()
    const { filingId } = unwrap(
      await new WithdrawCase().execute({
        town: open.office.town,
        citizen: citizenFrom(open.town.person),
        caseId: open.caseId,
        reason: 'Ya está reparada.',
        at: FILED,
        moved: true,
      })
    )
    const { copy, receipt } = await wordsOf(open, filingId)
    assert.include(copy, 'Copia auténtica del desistimiento')
    assert.include(copy, 'Ya está reparada.')
    const [number] = await numbers(open)
    const acts = {
      es: `desiste de la solicitud que se registró con el número ${number} el 2 de marzo de 2026, 10:30:00 e inició el expediente ${number}.`,
      ca: `desistix de la sol·licitud que es va registrar amb el número ${number} el 2 de març de 2026, 10:30:00 i va iniciar l’expedient ${number}.`,
      en: `withdraws the application that was registered with number ${number} on 2 March 2026, 10:30:00 and opened case ${number}.`,
    }
    const filed = (await filedById(open.town.id, filingId))!
    for (const [language, act] of Object.entries(acts)) {
      const written = copyOf({ ...filed, language }, writingOf(filed.town, language))
      assert.deepEqual(written.blocks[0], { kind: 'paragraph', text: `${filed.applicant.name} ${act}` })
    }
    for (const words of [copy, receipt]) namesItsCase(assert, words, number!)
    assert.lengthOf(copy.match(/Qué se ha escrito/g)!, 1)
    assert.include(receipt, 'Justificante de desistimiento')
    const first = await wordsOf(open, open.filingId)
    assert.include(first.receipt, 'Qué pasa ahora')
    assert.notInclude(receipt, 'Qué pasa ahora')
  })

  test('that somebody adds say to which case', async ({ assert }) => {
    const open = await openCase()
    const { filingId } = unwrap(
      await fileInCase(
        {
          town: open.office.town,
          citizen: citizenFrom(open.town.person),
          caseId: open.caseId,
          kind: 'addition',
          answers: {},
          at: FILED,
          moved: true,
        },
        async () => ok([])
      )
    )
    const { copy, receipt, who } = await wordsOf(open, filingId)
    const [number] = await numbers(open)
    assert.include(copy, `${who} añade documentos al expediente ${number}.`)
    for (const words of [copy, receipt]) namesItsCase(assert, words, number!)
    assert.notInclude(copy, 'Qué se ha escrito')
  })

  test('speak of the day that the town had, not of UTC', async ({ assert }) => {
    const open = await openCase()
    const filed = (await filedById(open.town.id, open.filingId))!
    const at = new Date('2026-03-02T23:30:00Z')
    assert.equal(documentContext({ ...filed, variables: {}, at })['today'], '2026-03-03')
  })

  test('of another town, or of no filing, are made by nobody', async ({ assert }) => {
    const open = await openCase()
    const other = await testTown()
    const [document] = await documentsOfFiling(open.town.id, open.filingId)
    await assert.rejects(() => makeFilingDocument(other.id, document!), /not a filing/)
    await assert.rejects(
      () => makeFilingDocument(open.town.id, { ...document!, filingId: null }),
      /not a filing/
    )
    assert.equal((await contentOf(open.town.id, document!)).sha256.length, 64)
  })
})
