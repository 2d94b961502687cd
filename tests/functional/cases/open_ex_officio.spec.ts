import { test } from '@japa/runner'
import { openExOfficio } from '#cases/actions/open_ex_officio'
import { casePage } from '#cases/queries/case_page'
import { searchCases } from '#cases/queries/search_cases'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED } from '#tests/support/open_case'
import { countOf } from '#tests/support/rows'
import { inTown } from '#tenancy/town_transaction'
import { testTown } from '#tests/support/town'
import { draw, end, start, user } from '../../unit/engine/builder.js'

const REVIEWED = draw('start -> review -> done', {
  start: start(),
  review: user('review'),
  done: end('done'),
})

/** A Saturday: what is filed then counts from Monday, what the town opens by itself from that day. */
const SATURDAY = new Date('2026-03-07T10:00:00Z')

test.group('A case that is opened ex officio (Law 39/2015, art. 58)', () => {
  test('has a number of its own, no filing and no entry, and runs as any other', async ({ assert }) => {
    const town = await testTown()
    const procedure = await drawnProcedure(town.id, 'inspection', REVIEWED)
    const first = await openDrawn(town.id, procedure)
    const second = await openDrawn(town.id, procedure)
    assert.deepEqual([first.number, second.number], ['2026-EO-000001', '2026-EO-000002'])
    const page = (await casePage(town.id, first.caseId, FILED))!
    assert.deepInclude(page.summary, { entryNumber: first.number, filingId: null, applicantName: null })
    assert.lengthOf(page.tasks, 1)
    assert.include(
      page.history.map(({ kind }) => kind),
      'opened_ex_officio'
    )
    const found = await searchCases(town.id, first.number.toLowerCase(), { at: FILED })
    assert.deepEqual(
      found.map(({ id }) => id),
      [first.caseId]
    )
    const [row] = await auditRows(town.id, 'cases.opened_ex_officio')
    assert.deepInclude(row!, { subject: first.caseId })
    assert.deepInclude(row!.detail, { number: first.number, procedure: 'inspection', cause: 'timer' })
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('counts its term from the day on which it was opened (art. 21.3.a)', async ({ assert }) => {
    const town = await testTown()
    const procedure = await drawnProcedure(town.id, 'inspection', REVIEWED)
    const { caseId } = await openDrawn(town.id, procedure, {}, { at: SATURDAY })
    const { caseFile } = (await casePage(town.id, caseId, SATURDAY))!
    assert.equal(caseFile.countsFrom, '2026-03-07')
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('is opened once for the same cause, and not at all where it had been', async ({ assert }) => {
    const town = await testTown()
    const procedure = await drawnProcedure(town.id, 'inspection', REVIEWED)
    const open = () =>
      inTown(town.id, (trx) =>
        openExOfficio(trx, {
          ...{ procedure, cause: 'signal', key: 'storm', subject: '', language: 'es' },
          ...{ variables: {}, at: FILED },
        })
      )
    const { number, audit } = await open()
    assert.equal(number, '2026-EO-000001')
    assert.deepEqual(
      audit.map(({ action }) => action),
      ['cases.opened_ex_officio']
    )
    await assert.rejects(open, /openings_once/)
    assert.equal(await countOf(town.id, 'case_files'), 1)
  })

  test('of another town is not found there', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const { caseId, number } = await openDrawn(town.id, await drawnProcedure(town.id, 'inspection', REVIEWED))
    assert.isNull(await casePage(other.id, caseId, FILED))
    assert.isEmpty(await searchCases(other.id, number, { at: FILED }))
  })
})
