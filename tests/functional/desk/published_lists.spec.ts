import { test } from '@japa/runner'
import { calendarOf } from '#tenancy/queries/calendar'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { testTown } from '#tests/support/town'

const LIST = ['1 de enero, Año Nuevo', '9 de octubre, Nou d’Octubre', '12 de octubre, Fiesta Nacional'].join(
  '\n'
)

test.group('What a bulletin published, at the desk', () => {
  test('is the whole of the levels that it speaks of, with its source; the town’s own days stay', async ({
    assert,
  }) => {
    const town = await testTown({ holidays: ['2028-06-02'] })
    const desk = await atTheDesk(town, town.officer)
    const text = `${LIST}\n19 de marzo; San José; autonómico`
    const given = { text, source: 'DOGV 10214', otherwise: 'region' }
    await desk.post('/desk/calendar/2028/list', given)
    const { props } = await desk.get('/desk/calendar?year=2028&lang=en')
    assert.deepEqual(
      props.days.map(({ day, scope }: any) => [day.iso, scope]),
      [
        ['2028-01-01', 'National'],
        ['2028-03-19', 'Regional'],
        ['2028-06-02', 'Local'],
        ['2028-10-09', 'Regional'],
        ['2028-10-12', 'National'],
      ]
    )
    assert.equal(props.source, 'DOGV 10214')
    const [row] = await auditRows(town.id, 'tenancy.calendar_changed')
    assert.containsSubset(row, { detail: { source: 'DOGV 10214', removed: ['2028-01-06 state', '2028-12-25 state'] } }) // prettier-ignore
  })

  test('is read from its first line on, weekdays and all', async ({ assert }) => {
    const town = await testTown()
    const desk = await atTheDesk(town, town.officer)
    const text = '1 de enero (sábado), Año Nuevo\nJueves 6 de enero, Epifanía\n14 de abril, Viernes Santo'
    await desk.post('/desk/calendar/2029/list', { text, source: 'BOE 255', otherwise: 'region' })
    assert.deepEqual(
      Object.keys((await calendarOf(town.id)).holidays).filter((day) => day.startsWith('2029-')),
      ['2029-01-01', '2029-01-06', '2029-04-14']
    )
  })

  test('confirms no year of which it leaves out the days of the State; the earlier source stays beside its own', async ({
    assert,
  }) => {
    const town = await testTown()
    const desk = await atTheDesk(town, town.officer)
    const load = async (year: number, text: string, source: string) => {
      await desk.post(`/desk/calendar/${year}/list`, { text, source, otherwise: 'local' })
      return (await desk.get(`/desk/calendar?year=${year}&lang=en`)).props
    }
    const local = '18 de marzo, San José\n12 de junio, Feria'
    await desk.post('/desk/calendar/2029')
    for (const year of [2029, 2030]) {
      const { source, days } = await load(year, local, 'BOP 7')
      assert.equal(source, '', `${year}`)
      const known = days.map(({ day }: any) => day.iso)
      assert.includeMembers(known, [`${year}-12-25`, `${year}-03-18`, `${year}-06-12`])
    }
    const { usual } = await calendarOf(town.id)
    assert.deepEqual(usual, [2029, 2030])
    assert.equal((await load(2029, LIST, 'BOE 255')).source, 'BOE 255')
    assert.equal((await load(2029, local, 'BOP 8')).source, 'BOE 255; BOP 8')
    assert.equal((await load(2029, local, 'BOP 8')).source, 'BOE 255; BOP 8')
    assert.deepEqual((await calendarOf(town.id)).usual, [2030])
    const rows = await auditRows(town.id, 'tenancy.calendar_loaded')
    assert.containsSubset(rows, [{ detail: { year: 2030, source: 'BOP 7' } }])
  })

  test('that can’t be read, or comes from nowhere, changes nothing', async ({ assert }) => {
    const town = await testTown()
    const desk = await atTheDesk(town, town.officer)
    const before = (await calendarOf(town.id)).holidays
    const lost = 'Sábado, 1 enero, Año Nuevo'
    for (const wrong of [
      { text: `${LIST}\nnothing` },
      { text: `${lost}\n${LIST}` },
      { text: '' },
      { source: ' ' },
    ]) {
      await desk.post('/desk/calendar/2028/list', { text: LIST, source: 'BOE', ...wrong })
      const { props } = await desk.get('/desk/calendar?year=2028&lang=en')
      assert.match(props.flash.text, /Nothing was loaded/)
    }
    await desk.post('/desk/calendar/2025/list', { text: LIST, source: 'BOE' })
    const { props } = await desk.get('/desk/calendar?year=2025&lang=en')
    assert.match(props.flash.text, /has begun/)
    assert.deepEqual((await calendarOf(town.id)).holidays, before)
  })
})
