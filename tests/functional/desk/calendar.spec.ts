import { test } from '@japa/runner'
import { calendarOf } from '#tenancy/queries/calendar'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { wordsIn } from '#tests/support/page_forms'
import { openCase } from '#tests/support/open_case'
import { addOfficer, testTown } from '#tests/support/town'

const FEAST = { day: '2028-06-02', es: 'Fiesta', ca: 'Festa', en: '', source: 'Pleno 3-11-2027', reason: '' }

test.group('The calendar at the desk', () => {
  test('shows the closed days of a year, and which years are loaded', async ({ assert }) => {
    const town = await testTown()
    const desk = await atTheDesk(town, town.officer)
    const { props } = await desk.get('/desk/calendar?year=2028&lang=en')
    assert.deepEqual(
      props.days.map(({ day }: any) => day.iso),
      ['2028-01-01', '2028-01-06', '2028-10-09', '2028-12-25']
    )
    assert.deepEqual(
      props.years.filter(({ loaded }: any) => !loaded).map(({ year }: any) => year),
      [2029]
    )
    assert.equal(props.days[0].weekday, 'Saturday')
  })

  test('is read in each language of the town, whatever languages its days are named in', async ({
    assert,
  }) => {
    const town = await testTown()
    const desk = await atTheDesk(town, town.officer)
    const { props } = await desk.get('/desk/calendar?year=2028&lang=en')
    assert.deepEqual(
      props.languages.map(({ code, href }: any) => [code, href]),
      ['es', 'ca', 'en'].map((code) => [code, `?year=2028&lang=${code}`])
    )
    assert.deepEqual(
      props.nameLanguages.map(({ code }: any) => code),
      ['es', 'ca', 'en']
    )
  })

  test('takes a day more, with its names, and says how many cases moved', async ({ assert }) => {
    const town = await testTown()
    const desk = await atTheDesk(town, town.officer)
    const { status } = await desk.post('/desk/calendar/2028/days', FEAST)
    assert.equal(status, 303)
    const { holidays } = await calendarOf(town.id)
    assert.deepEqual(holidays['2028-06-02'], {
      scope: 'local',
      name: { es: 'Fiesta', ca: 'Festa', en: 'Fiesta' },
    })
    const { props } = await desk.get('/desk/calendar?year=2028&lang=en')
    assert.match(props.flash.text, /no open case has another date/)
    const [row] = await auditRows(town.id, 'tenancy.calendar_changed')
    assert.containsSubset(row, {
      actor: town.officer.id,
      detail: { added: ['2028-06-02 local Pleno 3-11-2027'], source: 'BOP 1' },
    })
  })

  test('has a source of its own for a day by hand: by whom, when and by what; that of the list stays the list’s', async ({
    assert,
  }) => {
    const town = await testTown()
    const desk = await atTheDesk(town, town.officer)
    await desk.post('/desk/calendar/2028/days', FEAST)
    const feastIn = async () => {
      const { props } = await desk.get('/desk/calendar?year=2028&lang=en')
      assert.equal(props.source, 'BOP 1')
      const told = Object.fromEntries(props.days.map(({ day, byHand }: any) => [day.iso, byHand]))
      assert.isNull(told['2028-10-09'])
      return told['2028-06-02']
    }
    assert.match(await feastIn(), /^Added by Amparo Oficial on .*20\d\d.*: Pleno 3-11-2027$/)
    await desk.post('/desk/calendar/2028/days', { ...FEAST, source: 'BOP 220' })
    assert.match(await feastIn(), /: BOP 220$/)
    const seen = wordsIn((await desk.get('/closed-days?year=2028&lang=en')).body)
    assert.lengthOf(seen.match(/Added by the town hall: BOP 220/g)!, 1)
    assert.notMatch(seen, /Added by the town hall: (?!BOP 220)|@end/)
    await desk.post('/desk/calendar/2028/list', { text: '2/6/2028; Fiesta; local', source: 'BOP 1' })
    assert.isNull(await feastIn(), 'it has been published')
  })

  test('opens a local day again; one that has begun with a reason only', async ({ assert }) => {
    const town = await testTown()
    const desk = await atTheDesk(town, town.officer)
    await desk.post('/desk/calendar/2028/days', FEAST)
    await desk.post('/desk/calendar/2028/days/2028-06-02/removal')
    assert.notProperty((await calendarOf(town.id)).holidays, '2028-06-02')
    const begun = { ...FEAST, day: '2025-06-02', reason: 'Published late' }
    await desk.post('/desk/calendar/2025/days', begun)
    await desk.post('/desk/calendar/2025/days/2025-06-02/removal')
    assert.property((await calendarOf(town.id)).holidays, '2025-06-02')
    const { props } = await desk.get('/desk/calendar?year=2025&lang=en')
    assert.match(props.flash.text, /has begun/)
    await desk.post('/desk/calendar/2025/days/2025-06-02/removal', { reason: 'It never was' })
    assert.notProperty((await calendarOf(town.id)).holidays, '2025-06-02')
  })

  test('leaves the holidays of the State and of the region as they set them (art. 30.7)', async ({
    assert,
  }) => {
    const town = await testTown()
    const desk = await atTheDesk(town, town.officer)
    const before = (await calendarOf(town.id)).holidays
    for (const [path, body] of [
      ['2028-10-09/removal', { reason: 'We work' }],
      ['2028-12-25/removal', {}],
    ] as const) {
      await desk.post(`/desk/calendar/2028/days/${path}`, body)
      const { props } = await desk.get('/desk/calendar?year=2028&lang=en')
      assert.match(props.flash.text, /set by the State or the region/)
    }
    await desk.post('/desk/calendar/2028/days', { ...FEAST, day: '2028-12-25' })
    assert.deepEqual((await calendarOf(town.id)).holidays, before)
    await desk.post('/desk/calendar/2028/days', { ...FEAST, scope: 'state' })
    assert.equal((await calendarOf(town.id)).holidays['2028-06-02']?.scope, 'local')
  })

  test('loads the usual days of a later year, and tells which open terms wait for it', async ({ assert }) => {
    const { town } = await openCase({ at: new Date('2028-11-15T10:00:00Z') })
    const desk = await atTheDesk(town, town.officer)
    const before = (await desk.get('/desk/calendar?year=2029&lang=en')).props
    assert.isFalse(before.loaded)
    assert.match(before.beyond[0].words, /1 open case has dates in 2029/)
    assert.equal(before.doors.find(({ name }: any) => name === 'calendar').count, 1)
    await desk.post('/desk/calendar/2029')
    const after = (await desk.get('/desk/calendar?year=2029&lang=en')).props
    assert.isTrue(after.loaded)
    assert.deepEqual(after.beyond, [])
    assert.property((await calendarOf(town.id)).holidays, '2029-03-30', 'Good Friday')
  })

  test('refuses what is no day of the year, and knows no other years or days', async ({ assert }) => {
    const town = await testTown()
    const desk = await atTheDesk(town, town.officer)
    for (const wrong of [{ day: '2027-06-02' }, { day: '2028-02-30' }, { es: ' ' }, { source: '' }]) {
      await desk.post('/desk/calendar/2028/days', { ...FEAST, ...wrong })
      const { props } = await desk.get('/desk/calendar?year=2028&lang=en')
      assert.match(props.flash.text, /Write a day of 2028/)
    }
    assert.equal((await desk.post('/desk/calendar/28/days', FEAST)).status, 404)
    assert.equal((await desk.post('/desk/calendar/2028/days/2028-06-09/removal')).status, 404)
  })

  test('is the administrator’s', async ({ assert }) => {
    const town = await testTown()
    const handler = await addOfficer(town.id, { roles: ['case_handler'], unitIds: [town.unitId] })
    const desk = await atTheDesk(town, handler)
    assert.equal((await desk.get('/desk/calendar')).status, 403)
    assert.equal((await desk.post('/desk/calendar/2028/days', FEAST)).status, 403)
  })
})
