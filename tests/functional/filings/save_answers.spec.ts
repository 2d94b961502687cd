import { unwrap } from '#core/result'
import { test } from '@japa/runner'
import { SaveAnswers } from '#filings/actions/save_answers'
import { StartDraft } from '#filings/actions/start_draft'
import { draftOf } from '#filings/queries/drafts'
import { openOffice } from '#tests/support/filing'
import { addPerson, testTown } from '#tests/support/town'

async function begun() {
  const { town, test: place, procedure } = await openOffice()
  const { slug, digest } = procedure
  const given = { municipalityId: town.id, personId: place.person.id, at: new Date() }
  const draftId = unwrap(await new StartDraft().execute({ ...given, slug, digest, language: 'es' }))
  const draft = () => draftOf(town.id, place.person.id, draftId)
  return { given: { ...given, draftId }, draft }
}

test.group('The answers of a draft', () => {
  test('are kept as they were given, and the draft waits ninety days from then on', async ({ assert }) => {
    const { given, draft } = await begun()
    const at = new Date(given.at.getTime() + 86_400_000)
    const answers = { subject: 'Àrbre ñ', extra: ['a', { b: null }] }
    assert.isTrue(await new SaveAnswers().execute({ ...given, at, version: 1, answers, language: 'ca' }))
    assert.deepInclude(await draft(), {
      answers,
      version: 2,
      language: 'ca',
      updatedAt: at,
      expiresAt: new Date(at.getTime() + 90 * 86_400_000),
    })
  })

  test('of two tabs don’t overwrite each other: who saw an older version writes nothing', async ({
    assert,
  }) => {
    const { given, draft } = await begun()
    const save = (subject: string) =>
      new SaveAnswers().execute({ ...given, version: 1, answers: { subject } })
    const both = await Promise.all([save('one'), save('other')])
    assert.sameMembers(both, [true, false])
    assert.deepInclude(await draft(), { version: 2, answers: { subject: both[0] ? 'one' : 'other' } })
  })

  test('are written by nobody else, and from no other town', async ({ assert }) => {
    const { given, draft } = await begun()
    const neighbour = await addPerson(given.municipalityId)
    const elsewhere = await testTown()
    for (const stranger of [{ personId: neighbour.id }, { municipalityId: elsewhere.id }])
      assert.isFalse(
        await new SaveAnswers().execute({ ...given, ...stranger, version: 1, answers: { subject: 'x' } })
      )
    assert.deepInclude(await draft(), { version: 1, answers: {} })
  })
})
