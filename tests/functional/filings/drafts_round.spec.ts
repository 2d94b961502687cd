import { test } from '@japa/runner'
import { runJob } from '#cases/jobs/run_job'
import { ensureDraftsRounds } from '#filings/jobs/drafts_round'
import { draftOf } from '#filings/queries/drafts'
import { auditRows } from '#tests/support/audit_rows'
import { openOffice, readyDraft } from '#tests/support/filing'
import { countOf, rowsOf } from '#tests/support/rows'

const DAY_MS = 86_400_000
const AT = new Date('2026-03-02T09:30:00Z')
const later = (days: number) => new Date(AT.getTime() + days * DAY_MS)

const roundsOf = (townId: string) =>
  rowsOf<{ id: string; run_at: Date }>(
    townId,
    `SELECT id, run_at FROM jobs WHERE municipality_id = $1 AND kind = 'drafts_round' AND state = 'ready'`
  )

/** Claims the round of a town, as the dispatcher does, and does it. */
async function round(townId: string, at: Date): Promise<void> {
  const [job] = await roundsOf(townId)
  await rowsOf(townId, `UPDATE jobs SET attempts = 1 WHERE municipality_id = $1 AND id = $2`, [job!.id])
  await runJob({ municipalityId: townId, id: job!.id }, { at, moved: true })
}

test.group('The daily round of a town’s drafts', () => {
  test('stands in the database, once, and asks for the next one', async ({ assert }) => {
    const { town } = await openOffice()
    await ensureDraftsRounds(AT)
    await ensureDraftsRounds(AT)
    assert.lengthOf(await roundsOf(town.id), 1)
    await round(town.id, AT)
    const [next] = await roundsOf(town.id)
    assert.equal(next!.run_at.toISOString(), later(1).toISOString())
  })

  test('after days without a worker warns and erases at once, and goes on tomorrow', async ({ assert }) => {
    const office = await openOffice()
    const { id } = office.town
    const { draftId } = await readyDraft(office, { at: AT })
    await ensureDraftsRounds(AT)
    await round(id, later(85))
    assert.equal(await countOf(id, 'notices'), 1)
    assert.isAbove((await roundsOf(id))[0]!.run_at.getTime(), later(85).getTime() - 1)
    await round(id, later(95))
    assert.isNull(await draftOf(id, office.test.person.id, draftId))
    const [row] = await auditRows(id, 'filings.draft_expired')
    assert.equal(row!.subject, draftId)
    assert.lengthOf(await roundsOf(id), 1)
  })
})
