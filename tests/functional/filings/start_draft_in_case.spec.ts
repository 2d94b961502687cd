import { test } from '@japa/runner'
import { StartDraftInCase } from '#filings/actions/start_draft_in_case'
import { draftOf, draftsOf } from '#filings/queries/drafts'
import { uuidv7 } from '#core/ids'
import { FILED, openCase, type OpenCase } from '#tests/support/open_case'
import { countOf } from '#tests/support/rows'
import { addPerson } from '#tests/support/town'

const given = ({ office, town, caseId }: OpenCase) => ({
  municipalityId: town.id,
  personId: town.person.id,
  slug: office.procedure.slug,
  digest: office.procedure.digest,
  language: 'ca',
  kind: 'correction' as const,
  caseId,
  taskId: uuidv7(),
  at: FILED,
})

test.group('A draft in a case', () => {
  test('is begun once for each thing that is asked, and found again', async ({ assert }) => {
    const draft = given(await openCase())
    const id = (await new StartDraftInCase().execute(draft))!
    assert.equal(await new StartDraftInCase().execute(draft), id)
    assert.notEqual(await new StartDraftInCase().execute({ ...draft, taskId: uuidv7() }), id)
    const addition = { ...draft, kind: 'addition' as const, taskId: null }
    const added = await new StartDraftInCase().execute(addition)
    assert.equal(await new StartDraftInCase().execute(addition), added)
    assert.deepInclude(await draftOf(draft.municipalityId, draft.personId, id), {
      kind: 'correction',
      caseId: draft.caseId,
      taskId: draft.taskId,
      language: 'ca',
    })
  })

  test('is one, though two tabs begin it at once', async ({ assert }) => {
    const draft = given(await openCase())
    const before = await countOf(draft.municipalityId, 'drafts')
    const ids = await Promise.all(Array.from({ length: 6 }, () => new StartDraftInCase().execute(draft)))
    assert.lengthOf(new Set(ids), 1)
    assert.equal(await countOf(draft.municipalityId, 'drafts'), before + 1)
  })

  test('is the interested party’s: nobody else has one, and none in another town', async ({ assert }) => {
    const [open, other] = [await openCase(), await openCase()]
    const draft = given(open)
    const neighbour = await addPerson(draft.municipalityId)
    for (const foreign of [
      { ...draft, personId: neighbour.id },
      { ...given(other), caseId: open.caseId },
    ])
      assert.isNull(await new StartDraftInCase().execute(foreign))
    const id = (await new StartDraftInCase().execute(draft))!
    assert.isNull(await new StartDraftInCase().execute({ ...draft, personId: neighbour.id }))
    assert.isNull(await draftOf(draft.municipalityId, neighbour.id, id))
    assert.lengthOf(await draftsOf(draft.municipalityId, draft.personId), 0)
  })
})
