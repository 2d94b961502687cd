import { test } from '@japa/runner'
import { SYSTEM } from '#audit/types'
import { planCase } from '#cases/domain/plan_case'
import { writeCases } from '#cases/actions/write_cases'
import { inbox } from '#cases/queries/inbox'
import { risingUuidv7, uuidv7 } from '#core/ids'
import { openOffice, type OpenOffice } from '#tests/support/filing'
import { FILED, pageOf } from '#tests/support/open_case'
import { countOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'
import { calendarOf } from '#tenancy/queries/calendar'
import { inTown } from '#tenancy/town_transaction'

async function plans({ town, test: { person, unitId }, procedure }: OpenOffice, count: number) {
  const calendar = await calendarOf(town.id)
  return Array.from({ length: count }, (_, index) =>
    planCase({
      caseId: uuidv7(),
      newId: () => risingUuidv7(FILED.getTime()),
      procedure: { ...procedure, term: procedure.sheet.term },
      applicant: {
        personId: person.id,
        identifier: person.identifier,
        name: person.name,
        email: person.email,
        phone: null,
        representative: null,
      },
      filingId: uuidv7(),
      entryId: uuidv7(),
      at: FILED,
      calendar,
      unitId,
      language: 'es',
      subject: `case ${index + 1}`,
      variables: {},
      actor: SYSTEM,
    })
  )
}

test.group('Cases that are opened together', () => {
  test('stand each with its jobs and its history', async ({ assert }) => {
    const office = await openOffice()
    const three = await plans(office, 3)
    await inTown(office.town.id, (trx) => writeCases(trx, three))
    const { cases } = await inbox(office.town.id, {}, { at: FILED })
    assert.sameMembers(
      cases.map(({ subject }) => subject),
      ['case 1', 'case 2', 'case 3']
    )
    for (const { caseFile } of three) {
      const page = await pageOf({ town: office.test, caseId: caseFile.id })
      assert.lengthOf(page.history, 1)
      assert.lengthOf(page.timers, 1)
    }
  })

  test('of nobody are no statement and no row', async ({ assert }) => {
    const town = await testTown()
    await inTown(town.id, (trx) => writeCases(trx, []))
    assert.equal(await countOf(town.id, 'case_files'), 0)
  })

  test('are the town’s whose transaction writes them, and stand all or none', async ({ assert }) => {
    const office = await openOffice()
    const two = await plans(office, 2)
    const twice = [two[0]!, two[1]!, two[0]!]
    await assert.rejects(() => inTown(office.town.id, (trx) => writeCases(trx, twice)), /duplicate key/)
    assert.equal(await countOf(office.town.id, 'case_files'), 0)
    await inTown(office.town.id, (trx) => writeCases(trx, two))
    const other = await testTown()
    assert.equal(await countOf(other.id, 'case_files'), 0)
    assert.equal(await countOf(office.town.id, 'case_files'), 2)
  })
})
