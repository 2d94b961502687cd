import { test } from '@japa/runner'
import { signedIn } from '#tests/support/citizen_visitor'
import { atTheDesk, DeskVisitor } from '#tests/support/desk_visitor'
import { refusedInAddress } from '#tests/support/refused_in_address'
import { testTown } from '#tests/support/town'
import { Visitor } from '#tests/support/visitor'

const LISTS = {
  desk: {
    '/desk/calendar': { 'year=3026': 'E_NO_CHOICE', 'year[]=2026': 'E_NOT_ONE_VALUE' },
    '/desk/signatures': {
      'tray=x': 'E_NO_CHOICE',
      'before=x&tray=signed': 'E_NO_PLACE',
      'before=x': 'E_NO_PLACE',
    },
    '/desk/notices': { 'before=x': 'E_NO_PLACE' },
    '/desk/search': { 'q=%00': 'E_CONTROL_CHARACTER', [`q=${'x'.repeat(201)}`]: 'E_TOO_LONG' },
  },
  office: {
    '/procedures': {
      'q[]=x': 'E_NOT_ONE_VALUE',
      [`q=${'x'.repeat(201)}`]: 'E_TOO_LONG',
      'topic=x': 'E_NO_CHOICE',
      'page=0': 'E_NO_PLACE',
      'page=2': 'E_NO_PLACE',
      'page=1e0': 'E_NO_PLACE',
    },
    '/closed-days': { 'year=1999': 'E_NO_CHOICE', 'year=x': 'E_NO_CHOICE', 'year[]=2026': 'E_NOT_ONE_VALUE' },
  },
  folder: {
    '/folder': { 'before=x': 'E_NO_PLACE', 'q[]=x': 'E_NOT_ONE_VALUE' },
    '/folder/documents': { 'before=x': 'E_NO_PLACE' },
    '/folder/notifications': { 'before[]=x': 'E_NOT_ONE_VALUE' },
    '/folder/payments': { 'before=x': 'E_NO_PLACE' },
  },
}

test.group('An address that asks for what no page can answer', () => {
  for (const [side, lists] of Object.entries(LISTS))
    test(`is refused at its very parameter (${side})`, async ({ assert }) => {
      const town = await testTown({ demo: true })
      const visitor = side === 'desk' ? await atTheDesk(town, town.officer) : await signedIn(town)
      for (const [page, faults] of Object.entries(lists))
        assert.deepEqual(await refusedInAddress(visitor, page, Object.keys(faults)), faults, page)
    })

  test('is told in words, and leads to the same page with all else that it asked for', async ({ assert }) => {
    const town = await testTown()
    const visitor = await atTheDesk(town, town.officer)
    const { status, body } = await visitor.get('/desk/registry?book=outgoing&from=2026-02-31&q=7')
    assert.equal(status, 422)
    assert.include(body, 'It is no day of the calendar, written like 2026-03-31. (?from)')
    assert.match(body, /href="\/desk\/registry\?book=outgoing&(amp;)?q=7">See the page without “from”</)
  })

  test('may have what nobody reads, and nothing where something could be asked', async ({ assert }) => {
    const visitor = new Visitor((await testTown()).host)
    for (const query of ['q=&topic=&page=', 'page=1', 'utm_source=x&utm_source=y', 'fbclid[]=x'])
      assert.equal((await visitor.get(`/procedures?${query}`)).status, 200, query)
  })

  test('keeps nobody from signing in', async ({ assert }) => {
    const { host } = await testTown()
    const { status, props } = await new DeskVisitor(host).get(`/desk/sign-in?return=/desk/${'x'.repeat(600)}`)
    assert.deepEqual([status, props.returnTo], [200, '/desk'])
  })
})
