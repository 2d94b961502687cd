import { test } from '@japa/runner'
import { DRAFT_DAYS, StartDraft } from '#filings/actions/start_draft'
import { draftOf, draftsOf } from '#filings/queries/drafts'
import { openOffice } from '#tests/support/filing'
import { addPerson, testTown } from '#tests/support/town'

const AT = new Date()

async function begun() {
  const office = await openOffice()
  const { slug, digest } = office.procedure
  const given = {
    municipalityId: office.town.id,
    personId: office.test.person.id,
    slug,
    digest,
    language: 'ca',
    at: AT,
  }
  return { office, given, id: await new StartDraft().execute(given) }
}

test.group('A draft', () => {
  test('stays on the version and in the language it was begun in, and waits for thirty days', async ({
    assert,
  }) => {
    const { given, id } = await begun()
    assert.deepInclude(await draftOf(given.municipalityId, given.personId, id), {
      slug: given.slug,
      digest: given.digest,
      language: 'ca',
      kind: 'submission',
      version: 1,
      answers: {},
      expiresAt: new Date(AT.getTime() + DRAFT_DAYS * 86_400_000),
    })
  })

  test('is begun as often as somebody begins', async ({ assert }) => {
    const { given, id } = await begun()
    const other = await new StartDraft().execute(given)
    assert.sameMembers(
      (await draftsOf(given.municipalityId, given.personId)).map((draft) => draft.id),
      [id, other]
    )
  })

  test('is seen by whoever began it, in their town, and by nobody else', async ({ assert }) => {
    const { given, id } = await begun()
    const neighbour = await addPerson(given.municipalityId)
    const elsewhere = await testTown()
    assert.isNull(await draftOf(given.municipalityId, neighbour.id, id))
    assert.isNull(await draftOf(elsewhere.id, given.personId, id))
  })

  test('is of a version that was published', async ({ assert }) => {
    const { given } = await begun()
    await assert.rejects(() => new StartDraft().execute({ ...given, digest: '0'.repeat(64) }), /foreign key/)
  })
})
