import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { forgetMisuse, tellMisuse } from '#core/http/misuse'
import { allow, anonymousOffice } from '#tests/support/anonymous'
import { CitizenVisitor } from '#tests/support/citizen_visitor'
import { heardLog } from '#tests/support/heard_log'

test.group('What may be misuse', (group) => {
  group.each.setup(async () => {
    await db.from('rate_limits').delete()
    forgetMisuse()
  })

  test('is told to the operator by its route and status, and nothing of whoever it was', async ({
    assert,
    cleanup,
  }) => {
    const lines = heardLog({ cleanup })
    const office = await anonymousOffice()
    const { slug } = office.complaint
    const visitor = new CitizenVisitor(office.test.host)
    const begin = `/procedures/${slug}/anonymous-filings`
    await visitor.get(`/procedures/${slug}`)
    for (let tries = 0; tries < 12; tries++) await visitor.submit(begin)
    await visitor.get('/follow-up')
    const wrong = await visitor.submit('/follow-up', { code: '4K7M-QX2P-9TRB-6WHC-3NVD' })
    assert.equal(wrong.status, 404)
    visitor.forget('XSRF-TOKEN')
    assert.equal((await visitor.submit('/follow-up', { code: 'X' })).status, 419)
    await db.from('rate_limits').delete()
    await allow(office.town.id, slug, false)
    await visitor.get('/follow-up')
    assert.equal((await visitor.submit(begin)).status, 403)
    const route = '/procedures/:slug/anonymous-filings'
    assert.deepEqual(lines, [
      [{ route, status: 429 }, 'refused'],
      [{ route: '/follow-up', status: 404 }, 'a wrong follow-up code'],
      [{ route: '/follow-up', status: 419 }, 'refused'],
      [{ route, status: 403 }, 'refused'],
    ])
  })

  test('is one line a minute of each kind, with how many were not said', ({ assert, cleanup }) => {
    const lines = heardLog({ cleanup })
    const at = Date.now()
    for (const after of [0, 1, 59_999, 60_000, 60_001]) tellMisuse('/a/:id', 429, 'refused', at + after)
    tellMisuse('/b', 429, 'refused', at)
    assert.deepEqual(lines, [
      [{ route: '/a/:id', status: 429 }, 'refused'],
      [{ route: '/a/:id', status: 429, unsaid: 2 }, 'refused'],
      [{ route: '/b', status: 429 }, 'refused'],
    ])
  })
})
