import { unwrap } from '#core/result'
import { test } from '@japa/runner'
import { StartDraft } from '#filings/actions/start_draft'
import { draftOf, draftsOf } from '#filings/queries/drafts'
import { DiscardDraft } from '#filings/actions/discard_draft'
import { forgetTowns } from '#tenancy/queries/towns'
import { signedIn } from '#tests/support/citizen_visitor'
import { rowsOf } from '#tests/support/rows'
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
  return { office, given, id: unwrap(await new StartDraft().execute(given)) }
}

test.group('A draft', () => {
  test('stays on the version and in the language it was begun in, and waits for ninety days', async ({
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
      expiresAt: new Date(AT.getTime() + 90 * 86_400_000),
    })
  })

  test('is begun as often as somebody begins', async ({ assert }) => {
    const { given, id } = await begun()
    const other = unwrap(await new StartDraft().execute(given))
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

  test('is not one too many: what was begun is finished or thrown away first, in two windows at once, too', async ({
    assert,
  }) => {
    const { given, id } = await begun()
    await most(given.municipalityId, 3)
    const more = await Promise.all(Array.from({ length: 4 }, () => new StartDraft().execute(given)))
    assert.lengthOf(
      more.filter(({ ok }) => ok),
      2
    )
    assert.deepInclude(more, { ok: false, error: 'too_many' })
    assert.isTrue(await new DiscardDraft().execute({ ...given, draftId: id }))
    assert.isTrue((await new StartDraft().execute(given)).ok)
    const neighbour = await addPerson(given.municipalityId)
    assert.isTrue((await new StartDraft().execute({ ...given, personId: neighbour.id })).ok)
  })

  test('too many is told with what to do about it', async ({ assert }) => {
    const office = await openOffice({ demo: true })
    await most(office.town.id, 0)
    const citizen = await signedIn(office.test)
    await citizen.get(`/procedures/${office.procedure.slug}`)
    const answer = await citizen.submit(`/procedures/${office.procedure.slug}/filings`)
    assert.equal(answer.status, 409)
    assert.include(answer.body, 'href="/folder"')
    assert.include(answer.body, 'in your folder, then begin this one')
  })
})

/** How many a person may have begun at once. */
async function most(townId: string, count: number): Promise<void> {
  await rowsOf(
    townId,
    `UPDATE municipalities SET settings = jsonb_set(settings, '{drafts}', $2) WHERE id = $1`,
    [JSON.stringify({ most: count })]
  )
  forgetTowns()
}
