import { test } from '@japa/runner'
import { calendarOf } from '#tenancy/queries/calendar'
import { atTheDesk } from '#tests/support/desk_visitor'
import { openCase } from '#tests/support/open_case'
import { addOfficer, testTown } from '#tests/support/town'

const FEAST = { day: '2028-06-02', es: 'Fiesta', ca: 'Festa', en: '', source: 'BOP 101', reason: '' }

test.group('Other places, at the desk (Law 39/2015, art. 30.6)', () => {
  const XATIVA = { es: 'Xàtiva', ca: '', en: '', region: 'ES-VC' }

  test('are added, and have closed days of their own by year', async ({ assert }) => {
    const town = await testTown()
    const desk = await atTheDesk(town, town.officer)
    await desk.post('/desk/seats', XATIVA)
    const { props } = await desk.get('/desk/calendar?year=2028&seat=xativa&lang=en')
    assert.match(props.flash.text, /Xàtiva has been added/)
    assert.isFalse(props.loaded)
    await desk.post('/desk/calendar/2028', { seat: 'xativa' })
    await desk.post('/desk/calendar/2028/days', { ...FEAST, seat: 'xativa', scope: 'body' })
    const after = (await desk.get('/desk/calendar?year=2028&seat=xativa&lang=en')).props
    const own = after.days.find(({ day }: any) => day.iso === FEAST.day)
    assert.deepInclude(own, { scope: 'Of the body', mine: true })
    assert.isTrue(
      after.days.some(({ day }: any) => day.iso === '2028-04-17'),
      'Easter Monday'
    )
    assert.notProperty((await calendarOf(town.id)).holidays, FEAST.day)
    await desk.post(`/desk/calendar/2028/days/${FEAST.day}/removal`, { seat: 'xativa' })
    const gone = (await desk.get('/desk/calendar?year=2028&seat=xativa&lang=en')).props
    assert.isFalse(gone.days.some(({ day }: any) => day.iso === FEAST.day))
    assert.equal((await desk.post('/desk/calendar/2028', { seat: 'nowhere' })).status, 404)
    await desk.post('/desk/seats', XATIVA)
    assert.match((await desk.get('/desk/calendar?lang=en')).props.flash.text, /by that name already/)
  })

  test('are where a unit sits, and count in a case by what its handler says', async ({ assert }) => {
    const { town, caseId } = await openCase({ at: new Date('2028-02-28T10:00:00Z') })
    const desk = await atTheDesk(town, town.officer)
    await desk.post('/desk/seats', XATIVA)
    await desk.post('/desk/calendar/2028', { seat: 'xativa' })
    await desk.post('/desk/calendar/2028/days', { ...FEAST, day: '2028-05-29', seat: 'xativa' })
    await desk.post('/desk/seats/offices', { of: 'units', id: town.unitId, seat: 'xativa' })
    const { offices } = (await desk.get('/desk/calendar?lang=en')).props
    assert.equal(offices.find(({ id }: any) => id === town.unitId).seat, 'xativa')
    const path = `/desk/cases/${caseId}?lang=en`
    const before = (await desk.get(path)).props
    assert.deepEqual(before.seats, [{ slug: 'xativa', name: 'Xàtiva', counts: false }])
    assert.equal(before.line.due.day.iso, '2028-05-29')
    await desk.post(`/desk/cases/${caseId}/seats`, { xativa: 'on' })
    const after = (await desk.get(path)).props
    assert.match(after.flash.text, /counted again/)
    assert.equal(after.line.due.day.iso, '2028-05-30')
    assert.isTrue(after.seats[0].counts)
  })

  test('are the administrator’s to keep, and the handlers’ to choose for a case', async ({ assert }) => {
    const { town, caseId } = await openCase()
    const handler = await addOfficer(town.id, { roles: ['case_handler'], unitIds: [town.unitId] })
    const desk = await atTheDesk(town, handler)
    assert.equal((await desk.post('/desk/seats', XATIVA)).status, 403)
    assert.equal((await desk.post('/desk/seats/offices', { of: 'units', id: town.unitId })).status, 403)
    assert.equal((await desk.post(`/desk/cases/${caseId}/seats`)).status, 303)
  })
})
