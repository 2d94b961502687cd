import { test } from '@japa/runner'
import { rowsOf } from '#tests/support/rows'
import { addressOf, everyRoute, isDesk } from '../hostile/routes.js'
import { freshThings, openWorld, paramsOf } from '../hostile/world.js'

/** What each page of somebody's data leaves in the trail. */
const LEAVES: Record<string, string> = {
  '/desk/cases/:id': 'desk.case_read',
  '/desk/cases/:id/modification': 'desk.case_read',
  '/desk/cases/:id/variables': 'desk.case_read',
  '/desk/tasks/:id': 'desk.case_read',
  '/desk/incidents/:id': 'desk.case_read',
  '/desk/documents/:id': 'desk.document_read',
  '/desk/documents/:id/page': 'desk.document_read',
  '/desk/letters': 'desk.letters_read',
  '/desk/notices': 'desk.notices_read',
  '/desk/notices/:id': 'desk.notice_read',
  '/desk/notices/:id/html': 'desk.notice_read',
  '/desk/payments': 'desk.payments_read',
  '/desk/payments/export/csv': 'desk.payments_exported',
  '/desk/payments/refunds': 'desk.refunds_read',
  '/desk/payments/refunds/export/csv': 'desk.refunds_exported',
  '/desk/registry': 'desk.book_read',
  '/desk/registry/export/:format': 'desk.book_exported',
  '/desk/search': 'desk.cases_searched',
  '/desk/signatures/:id': 'desk.signature_read',
  '/desk/signatures/:id/pdf': 'desk.signature_read',
}

/** What shows nobody's data, or the work that waits for whoever looks: who is behind it is on a page that leaves a row. */
const LEAVES_NOTHING: Record<string, string> = {
  '/desk': 'a way to the first door',
  '/desk/sign-in': 'nobody has come in',
  '/desk/inbox': 'the work that waits, by number and name',
  '/desk/news': 'whether something happened',
  '/desk/signatures': 'what waits to be signed, by its title',
  '/desk/incidents': 'what failed, by the number of its case',
  '/desk/procedures': 'what the town offers',
  '/desk/procedures/:slug/values': 'what the town fills in',
  '/desk/procedures/:slug/values/:seam': 'as above',
  '/desk/calendar': 'closed days',
  '/desk/versions': 'how many cases each version has',
  '/desk/versions/:slug/:from/:to': 'a plan, with numbers of cases',
  '/desk/runs/:id': 'how a plan goes, with numbers of cases',
}

const QUERY: Record<string, string> = { '/desk/search': '?q=farola' }

test.group('Looking at somebody’s data', () => {
  const pages = () => everyRoute().filter((route) => route.method === 'GET' && isDesk(route))

  test('is told of every page of the desk whether it does', ({ assert }) => {
    const told = [...Object.keys(LEAVES), ...Object.keys(LEAVES_NOTHING)]
    assert.sameMembers(
      told,
      pages().map(({ pattern }) => pattern)
    )
  })

  test('leaves a row of who looked, and nothing else does (ENS, op.exp.8)', async ({ assert }) => {
    const world = await openWorld()
    const town = world.office.test
    const left = () =>
      rowsOf<{ action: string; actor: string }>(
        town.id,
        `SELECT action, actor_id AS actor FROM audit_entries WHERE municipality_id = $1 AND action LIKE 'desk.%' ORDER BY sequence`
      )
    for (const route of pages()) {
      // The same thing looked at again within the hour leaves no second row: each page has its own.
      const things = await freshThings(world)
      const before = (await left()).length
      const path = addressOf(route, paramsOf(route, things)) + (QUERY[route.pattern] ?? '')
      const { status } = await world.officer.get(path)
      const rows = (await left()).slice(before).map(({ action, actor }) => [action, actor])
      const action = LEAVES[route.pattern]
      if (action) assert.equal(status, 200, path)
      assert.deepEqual(rows, action ? [[action, town.officer.id]] : [], path)
    }
  }).timeout(120_000)
})
