import { test } from '@japa/runner'
import { inbox } from '#cases/queries/inbox'
import { inboxCounts } from '#cases/queries/inbox_counts'
import { goodAnswers, openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { settle } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'

test.group('The inbox', () => {
  test('shows what is most urgent first, page by page, and what is left of each term', async ({ assert }) => {
    const office = await openOffice()
    const town = office.test
    const days = ['2026-03-02', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']
    for (const day of days)
      await fileAt(office, office.procedure, {
        answers: { ...goodAnswers(office), subject: day },
        at: new Date(`${day}T09:00:00Z`),
      })
    await settle(town.id, new Date('2026-03-05T10:00:00Z'))
    // One of them was filed last and is due first, one has no term at all.
    await inTown(town.id, async (trx) => {
      await trx.rows(
        `UPDATE case_files SET due_on = '2026-05-30' WHERE municipality_id = $1 AND subject = '2026-03-05'`,
        [town.id]
      )
      await trx.rows(
        `UPDATE case_files SET due_on = NULL WHERE municipality_id = $1 AND subject = '2026-03-04'`,
        [town.id]
      )
    })
    const at = new Date('2026-05-29T08:00:00Z')
    const seen: string[] = []
    let after = null
    do {
      const page: Awaited<ReturnType<typeof inbox>> = await inbox(town.id, {}, { after, limit: 2, at })
      seen.push(...page.cases.map(({ subject }) => subject))
      after = page.next
    } while (after)
    assert.deepEqual(seen, ['2026-03-05', '2026-03-02', '2026-03-02', '2026-03-03', '2026-03-04'])
    const second = (await inbox(town.id, {}, { at })).cases[1]
    assert.deepInclude(second!, {
      dueOn: '2026-06-02',
      daysLeft: 2,
      phase: 'review',
      applicantName: town.person.name,
    })
    assert.lengthOf(
      (await inbox(town.id, { overdue: true }, { at: new Date('2026-06-04T08:00:00Z') })).cases,
      4
    )
    const soon = async (day: string) =>
      (await inbox(town.id, { soon: true }, { at: new Date(`${day}T08:00:00Z`) })).cases.length
    assert.deepEqual(
      [await soon('2026-05-18'), await soon('2026-05-19'), await soon('2026-06-03')],
      [1, 3, 1]
    )
    assert.lengthOf(
      (await inbox(town.id, { phases: [`${office.procedure.slug}/resolution`] }, { at })).cases,
      0
    )
    assert.lengthOf((await inbox(town.id, { roles: ['case_handler'], unitId: town.unitId }, { at })).cases, 5)
    assert.deepInclude(await inboxCounts(town.id, town.officer.id, new Date('2026-06-04T08:00:00Z')), {
      open: 5,
      mine: 0,
      overdue: 4,
    })
  })
})
