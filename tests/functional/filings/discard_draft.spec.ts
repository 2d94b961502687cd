import { test } from '@japa/runner'
import { DiscardDraft } from '#filings/actions/discard_draft'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { uploadsOfDraft } from '#documents/queries/uploads'
import { draftOf } from '#filings/queries/drafts'
import { citizenFrom, openOffice, readyDraft } from '#tests/support/filing'
import { countOf } from '#tests/support/rows'
import { addPerson, testTown } from '#tests/support/town'
import { uploaded } from '#tests/support/uploaded'

async function begun() {
  const office = await openOffice()
  const { draftId, version } = await readyDraft(office)
  return {
    office,
    version,
    given: { municipalityId: office.town.id, personId: office.test.person.id, draftId },
  }
}

test.group('A draft that is thrown away', () => {
  test('is gone with its files', async ({ assert }) => {
    const { given } = await begun()
    await uploaded(given)
    assert.isTrue(await new DiscardDraft().execute(given))
    assert.isNull(await draftOf(given.municipalityId, given.personId, given.draftId))
    assert.lengthOf(await uploadsOfDraft(given.municipalityId, given.draftId), 0)
    assert.isFalse(await new DiscardDraft().execute(given))
  })

  test('is one’s own: a neighbour and another town throw nothing away', async ({ assert }) => {
    const { given } = await begun()
    await uploaded(given)
    const neighbour = await addPerson(given.municipalityId)
    const elsewhere = await testTown()
    for (const stranger of [{ personId: neighbour.id }, { municipalityId: elsewhere.id }])
      assert.isFalse(await new DiscardDraft().execute({ ...given, ...stranger }))
    assert.isNotNull(await draftOf(given.municipalityId, given.personId, given.draftId))
    assert.lengthOf(await uploadsOfDraft(given.municipalityId, given.draftId), 1)
  })

  test('is no draft any more once it was filed: nothing of the filing is touched', async ({ assert }) => {
    const { office, version, given } = await begun()
    const { town, test: place } = office
    await new SubmitFiling().execute({
      town,
      citizen: citizenFrom(place.person),
      draftId: given.draftId,
      version,
      at: new Date(),
    })
    assert.isFalse(await new DiscardDraft().execute(given))
    assert.equal(await countOf(town.id, 'filings'), 1)
  })
})
