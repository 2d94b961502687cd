import { test } from '@japa/runner'
import { AssignCase, ClaimCase } from '#cases/actions/assign_case'
import { inbox } from '#cases/queries/inbox'
import { uuidv7 } from '#core/ids'
import { auditRows } from '#tests/support/audit_rows'
import {
  FILED,
  GRANT,
  PROCEED,
  answerTask,
  officerOf,
  openCase,
  pageOf,
  type OpenCase,
} from '#tests/support/open_case'
import { addOfficer, testTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'

const given = ({ town, caseId }: OpenCase) => ({
  municipalityId: town.id,
  caseId,
  actor: officerOf(town),
  at: FILED,
  moved: true,
})

test.group('A case', () => {
  test('that one employee has taken is not taken by another; taking it twice is taking it once', async ({
    assert,
  }) => {
    const open = await openCase()
    const { town, caseId } = open
    const other = await addOfficer(town.id, { roles: ['case_handler'] })
    assert.isTrue((await new ClaimCase().execute(given(open))).ok)
    assert.isTrue((await new ClaimCase().execute(given(open))).ok)
    const taken = await new ClaimCase().execute({ ...given(open), actor: { kind: 'officer', id: other.id } })
    assert.deepEqual(taken, { ok: false, error: 'taken' })
    assert.lengthOf((await inbox(town.id, { assignedTo: town.officer.id }, { at: FILED })).cases, 1)
    const rows = await auditRows(town.id, 'cases.assigned')
    assert.lengthOf(rows, 1)
    assert.deepInclude(rows[0]!, { actor: town.officer.id, subject: caseId })
    assert.equal(rows[0]!.detail.officer, town.officer.id)
  })

  test('is handed to an officer or a unit of the town, and taken back', async ({ assert }) => {
    const open = await openCase()
    const { town } = open
    const other = await addOfficer(town.id, { roles: ['case_handler'] })
    assert.isTrue((await new AssignCase().execute({ ...given(open), officerId: other.id })).ok)
    assert.lengthOf((await inbox(town.id, { assignedTo: other.id }, { at: FILED })).cases, 1)
    assert.isTrue((await new AssignCase().execute({ ...given(open), unitId: town.unitId })).ok)
    assert.lengthOf((await inbox(town.id, { assignedTo: other.id }, { at: FILED })).cases, 1)
    assert.isTrue((await new AssignCase().execute({ ...given(open), officerId: null })).ok)
    assert.lengthOf((await inbox(town.id, { assignedTo: other.id }, { at: FILED })).cases, 0)
    assert.lengthOf(await auditRows(town.id, 'cases.assigned'), 3)
    const lines = (await pageOf(open)).history.filter(({ actorKind }) => actorKind === 'officer')
    assert.deepEqual(
      lines.map(({ kind, public: seen }) => [kind, seen]),
      Array(3).fill(['assigned', false])
    )
  })

  test('goes to nobody and nowhere that the town does not have', async ({ assert }) => {
    const open = await openCase()
    const elsewhere = await testTown()
    for (const officerId of [uuidv7(), elsewhere.officer.id])
      assert.deepEqual(await new AssignCase().execute({ ...given(open), officerId }), {
        ok: false,
        error: 'unknown_officer',
      })
    for (const unitId of [uuidv7(), elsewhere.unitId])
      assert.deepEqual(await new AssignCase().execute({ ...given(open), unitId }), {
        ok: false,
        error: 'unknown_unit',
      })
    assert.lengthOf(await auditRows(open.town.id, 'cases.assigned'), 0)
  })

  test('of another town is not found', async ({ assert }) => {
    const open = await openCase()
    const other = await testTown()
    const foreign = { ...given(open), municipalityId: other.id, actor: officerOf(other) }
    assert.deepEqual(await new ClaimCase().execute(foreign), { ok: false, error: 'not_found' })
    assert.deepEqual(await new AssignCase().execute({ ...foreign, officerId: other.officer.id }), {
      ok: false,
      error: 'not_found',
    })
  })

  test('that is closed stays with whom it was', async ({ assert }) => {
    const open = await openCase()
    await answerTask(open, 'review', PROCEED)
    await answerTask(open, 'resolve', GRANT)
    await settle(open.town.id, FILED)
    for (const answer of [
      await new ClaimCase().execute(given(open)),
      await new AssignCase().execute({ ...given(open), officerId: open.town.officer.id }),
    ])
      assert.deepEqual(answer, { ok: false, error: 'closed' })
  })
})
