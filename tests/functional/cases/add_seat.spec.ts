import { test } from '@japa/runner'
import { AddSeat } from '#cases/actions/add_seat'
import { unwrap } from '#core/result'
import { calendarsOf } from '#tenancy/queries/calendar'
import { seatsOf } from '#tenancy/queries/seats'
import { auditRows } from '#tests/support/audit_rows'
import { officerOf } from '#tests/support/open_case'
import { testTown, type TestTown } from '#tests/support/town'

const add = (town: TestTown, name: string) =>
  new AddSeat().execute({
    ...{ municipalityId: town.id, name: { es: name, ca: name, en: name }, region: 'ES-VC' },
    actor: officerOf(town),
  })

test.group('A seat', () => {
  test('is known by its name, to its town alone, and so is who added it', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    assert.equal(unwrap(await add(town, 'Alacant, Gestió Tributària')), 'alacant-gestio-tributaria')
    assert.deepEqual(
      (await seatsOf(town.id)).map(({ slug, region }) => [slug, region]),
      [['alacant-gestio-tributaria', 'ES-VC']]
    )
    assert.deepEqual(await seatsOf(other.id), [])
    const [row] = await auditRows(town.id, 'tenancy.seat_added')
    assert.containsSubset(row, { actor: town.officer.id })
  })

  test('is added once, and by a name that has letters', async ({ assert }) => {
    const town = await testTown()
    unwrap(await add(town, 'Xàtiva'))
    assert.deepEqual(await add(town, 'xativa'), { ok: false, error: 'taken' })
    assert.deepEqual(await add(town, '12'), { ok: false, error: 'nameless' })
  })

  test('of which no year is loaded makes every date by it provisional', async ({ assert }) => {
    const town = await testTown()
    const seat = unwrap(await add(town, 'Xàtiva'))
    const calendars = await calendarsOf(town.id)
    assert.deepEqual(calendars.at([seat]).years, [])
    assert.include(calendars.at([]).years, 2026)
  })
})
