import { test } from '@japa/runner'
import { AddSeat } from '#cases/actions/add_seat'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { MoveOffice } from '#cases/actions/move_office'
import { uuidv7 } from '#core/ids'
import { unwrap } from '#core/result'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { goodAnswers, openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { FILED, officerOf, pageOf } from '#tests/support/open_case'
import { settle } from '#tests/support/worker'

const NAME = { es: 'Alacant', ca: 'Alacant', en: 'Alicante' }

/** An office whose body sits where the last day of the term is closed. */
async function movedAway(of: 'bodies' | 'units') {
  const office = await openOffice()
  const { test: town, procedure } = office
  const actor = officerOf(town)
  const municipalityId = town.id
  const seat = unwrap(await new AddSeat().execute({ municipalityId, name: NAME, region: 'ES-VC', actor }))
  const day = { day: '2026-06-02', scope: 'body' as const, name: NAME }
  unwrap(
    await new ChangeCalendar().execute({
      ...{ municipalityId, seat, year: 2026, days: [day], source: 'BOP', actor, at: FILED, moved: true },
    })
  )
  const id = of === 'units' ? town.unitId : town.bodyId
  unwrap(await new MoveOffice().execute({ municipalityId, of, id, seat, actor }))
  const file = async () => {
    const { caseId } = await fileAt(office, procedure, { answers: goodAnswers(office), at: FILED })
    await settle(town.id, FILED)
    return pageOf({ town, caseId })
  }
  return { town, actor, seat, id, file }
}

test.group('A body that sits elsewhere (Law 39/2015, art. 30.6)', () => {
  for (const office of ['units', 'bodies'] as const)
    test(`has the closed days of there count for what is filed from then on: ${office}`, async ({
      assert,
    }) => {
      const { town, seat, file } = await movedAway(office)
      const { summary, caseFile } = await file()
      assert.deepEqual([summary.dueOn, caseFile.seats], ['2026-06-03', [seat]])
      assert.equal(caseFile.countsFrom, '2026-03-02', 'the registry goes by the electronic office (art. 31)')
      assert.deepEqual((await verifyTown(town.id)).violations, [])
    })

  test('and no more once it is back, for what is filed later', async ({ assert }) => {
    const { town, actor, id, seat, file } = await movedAway('units')
    const before = await file()
    unwrap(await new MoveOffice().execute({ municipalityId: town.id, of: 'units', id, seat: null, actor }))
    assert.equal((await file()).summary.dueOn, '2026-06-02')
    assert.equal((await pageOf({ town, caseId: before.summary.id })).summary.dueOn, '2026-06-03')
    const moves = await auditRows(town.id, 'tenancy.office_moved')
    assert.deepEqual(
      moves.map(({ detail }) => detail.seat),
      [seat, null]
    )
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('is one of the town, as is its seat', async ({ assert }) => {
    const { town, actor, id } = await movedAway('units')
    const move = (seat: string | null, unit = id) =>
      new MoveOffice().execute({ municipalityId: town.id, of: 'units', id: unit, seat, actor })
    assert.deepEqual(await move('nowhere'), { ok: false, error: 'unknown_seat' })
    assert.deepEqual(await move(null, uuidv7()), { ok: false, error: 'unknown_office' })
  })
})
