import { test } from '@japa/runner'
import { AddNote } from '#cases/actions/add_note'
import { uuidv7 } from '#core/ids'
import { auditRows } from '#tests/support/audit_rows'
import { FILED, openCase, pageOf } from '#tests/support/open_case'
import { testTown } from '#tests/support/town'

test.group('A note', () => {
  test('is kept with who wrote it and when, and leaves a row without its text', async ({ assert }) => {
    const open = await openCase()
    const { town, caseId } = open
    const given = { municipalityId: town.id, caseId, officerId: town.officer.id, at: FILED, moved: true }
    const added = await new AddNote().execute({ ...given, text: ' Ha telefonat. ' })
    const [note] = (await pageOf(open)).notes
    assert.deepInclude(note!, { text: 'Ha telefonat.', officerName: 'Amparo Oficial', at: FILED })
    assert.deepEqual(await auditRows(town.id, 'cases.note_added'), [
      { actor: town.officer.id, subject: caseId, detail: { note: added.ok && added.value } },
    ])
  })

  test('says something, and not a book', async ({ assert }) => {
    const open = await openCase()
    const { town, caseId } = open
    const given = { municipalityId: town.id, caseId, officerId: town.officer.id, at: FILED }
    assert.deepEqual(await new AddNote().execute({ ...given, text: '  ' }), { ok: false, error: 'empty' })
    assert.deepEqual(await new AddNote().execute({ ...given, text: 'x'.repeat(4001) }), {
      ok: false,
      error: 'too_long',
    })
    assert.lengthOf((await pageOf(open)).notes, 0)
    assert.lengthOf(await auditRows(town.id, 'cases.note_added'), 0)
  })

  test('belongs to a case of the town: one of another is not found', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const other = await testTown()
    const given = { officerId: other.officer.id, text: 'x', at: FILED }
    for (const [municipalityId, id] of [
      [other.id, caseId],
      [town.id, uuidv7()],
    ] as const)
      assert.deepEqual(await new AddNote().execute({ ...given, municipalityId, caseId: id }), {
        ok: false,
        error: 'not_found',
      })
  })
})
