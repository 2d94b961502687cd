import { test } from '@japa/runner'
import { ClaimCase } from '#cases/actions/assign_case'
import { HandOver } from '#cases/actions/hand_over'
import { inbox } from '#cases/queries/inbox'
import { auditRows } from '#tests/support/audit_rows'
import { FILED, officerOf, openCase, pageOf } from '#tests/support/open_case'
import { addOfficer, testTown } from '#tests/support/town'

test.group('What an employee has in hand', () => {
  test('goes to another, or back to its unit; each case tells it, and the trail has it', async ({
    assert,
  }) => {
    const open = await openCase()
    const { town, caseId } = open
    const { id: heir } = await addOfficer(town.id, { roles: ['case_handler'] })
    const actor = officerOf(town)
    await new ClaimCase().execute({ municipalityId: town.id, caseId, actor, at: FILED, moved: true })
    const hand = (from: string, to: string | null) =>
      new HandOver().execute(town.id, { from, to, at: FILED }, actor)
    assert.deepEqual([await hand(town.officer.id, heir), await hand(town.officer.id, heir)], [1, 0])
    const inHandOf = async (assignedTo: string) =>
      (await inbox(town.id, { assignedTo }, { at: FILED })).cases.length
    assert.deepEqual([await inHandOf(town.officer.id), await inHandOf(heir)], [0, 1])
    assert.equal(await hand(heir, null), 1)
    assert.equal(await inHandOf(heir), 0)
    const told = await auditRows(town.id, 'cases.assigned')
    assert.deepEqual(
      told.map(({ subject, detail }) => [subject, detail.officer]),
      [town.officer.id, heir, null].map((officer) => [caseId, officer])
    )
    assert.lengthOf(
      (await pageOf(open)).history.filter(({ actorKind }) => actorKind === 'officer'),
      3
    )
  })

  test('of another town is not there', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const other = await testTown()
    const given = { municipalityId: town.id, caseId, actor: officerOf(town), at: FILED, moved: true }
    await new ClaimCase().execute(given)
    assert.equal(await new HandOver().execute(other.id, { from: town.officer.id, to: null, at: FILED }), 0)
    assert.lengthOf((await inbox(town.id, { assignedTo: town.officer.id }, { at: FILED })).cases, 1)
  })
})
