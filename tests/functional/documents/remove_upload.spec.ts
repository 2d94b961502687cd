import { test } from '@japa/runner'
import { RemoveUpload } from '#documents/actions/remove_upload'
import { documentsOfFiling } from '#documents/queries/documents'
import { uploadsOfDraft } from '#documents/queries/uploads'
import { SaveAnswers } from '#filings/actions/save_answers'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { citizenFrom, goodAnswers, openOffice, readyDraft } from '#tests/support/filing'
import { testTown } from '#tests/support/town'
import { uploaded } from '#tests/support/uploaded'

async function handedIn() {
  const office = await openOffice()
  const { draftId, version } = await readyDraft(office)
  const whose = { municipalityId: office.town.id, personId: office.test.person.id, draftId }
  return { office, version, whose, upload: await uploaded(whose) }
}

test.group('A file that is taken away', () => {
  test('is gone from its draft', async ({ assert }) => {
    const { whose, upload } = await handedIn()
    const other = await uploaded({ ...whose, name: 'other.pdf' })
    await new RemoveUpload().execute(whose.municipalityId, whose.draftId, upload.id)
    await new RemoveUpload().execute(whose.municipalityId, whose.draftId, upload.id)
    assert.deepEqual(await uploadsOfDraft(whose.municipalityId, whose.draftId), [other])
  })

  test('is of this draft and this town: elsewhere nothing is taken', async ({ assert }) => {
    const { office, whose, upload } = await handedIn()
    const { draftId: another } = await readyDraft(office)
    const elsewhere = await testTown()
    await new RemoveUpload().execute(whose.municipalityId, another, upload.id)
    await new RemoveUpload().execute(elsewhere.id, whose.draftId, upload.id)
    assert.deepEqual(await uploadsOfDraft(whose.municipalityId, whose.draftId), [upload])
  })

  test('stays once it has become a document of a case', async ({ assert }) => {
    const { office, version, whose, upload } = await handedIn()
    const answers = { ...goodAnswers(office), attachments: [upload.id] }
    await new SaveAnswers().execute({ ...whose, version, answers, at: new Date() })
    const { town, test: place } = office
    await new SubmitFiling().execute({
      town,
      citizen: citizenFrom(place.person),
      draftId: whose.draftId,
      version: version + 1,
      at: new Date(),
    })
    await new RemoveUpload().execute(town.id, whose.draftId, upload.id)
    assert.lengthOf(await uploadsOfDraft(town.id, whose.draftId), 1)
    assert.include(
      (await documentsOfFiling(town.id, whose.draftId)).map(({ name }) => name),
      'plan.pdf'
    )
  })
})
