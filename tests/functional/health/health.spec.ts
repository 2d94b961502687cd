import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { beat } from '#cases/jobs/worker_beat'
import { uuidv7 } from '#core/ids'
import { mayReadMetrics, type Reader } from '#start/health/metrics_reader'
import { isReady, readinessOf } from '#start/health/readiness'
import { migrationsWritten, type HouseState } from '#start/health/house_state'
import { LoadCalendar } from '#tenancy/actions/load_calendar'
import { openCase } from '#tests/support/open_case'
import { rowsOf } from '#tests/support/rows'
import { freshDatabase } from '#tests/support/faults/own_database'
import { officeAtWork } from '../invariants/office_at_work.js'
import { ask } from '#tests/support/visitor'
import { webProcess } from '#tests/support/web_process'

const AT = new Date('2026-06-01T10:00:00Z')
const before = (seconds: number) => new Date(AT.getTime() - seconds * 1000)
const WELL: HouseState = {
  askedAt: AT,
  pending: [],
  partitionsUntil: 2028,
  workerSeenAt: before(10),
  jobsDue: 0,
  oldestDueAt: null,
  incidentsOpen: 0,
  calendarsLacking: 0,
}

test.group('Whether the house is ready', () => {
  test('all is well where all is', ({ assert }) => {
    assert.deepEqual([...new Set(Object.values(readinessOf(WELL)))], ['ok'])
  })

  for (const [what, change, check, verdict] of [
    ['the database has not seen a migration', { pending: ['x'] }, 'migrations', 'fail'],
    ['no table is cut for this year', { partitionsUntil: 2025 }, 'partitions', 'fail'],
    ['none is for the year after next', { partitionsUntil: 2027 }, 'partitions', 'warn'],
    ['the worker is silent', { workerSeenAt: before(90) }, 'worker', 'warn'],
    ['no worker was ever seen', { workerSeenAt: null }, 'worker', 'warn'],
    ['work waits', { oldestDueAt: before(600), jobsDue: 3 }, 'work', 'warn'],
    ['an incident is open', { incidentsOpen: 1 }, 'incidents', 'warn'],
    [
      'a town has no closed days of the year, or of one through which a term runs',
      { calendarsLacking: 1 },
      'calendars',
      'warn',
    ],
  ] as const)
    test(`${verdict === 'fail' ? 'it is not' : 'it warns'} where ${what}`, ({ assert }) => {
      const checks = readinessOf({ ...WELL, ...change } as HouseState)
      assert.equal(checks[check], verdict)
      assert.equal(isReady(checks), verdict !== 'fail')
    })

  test('the page says it, in whatever town, with no session and no secret', async ({ assert }) => {
    await beat(uuidv7())
    const { status, body, headers } = await ask({
      path: '/health/ready',
      headers: { host: 'nowhere.example' },
    })
    assert.equal(status, 200)
    const { ready, checks } = JSON.parse(body)
    assert.isTrue(ready)
    assert.containsSubset(checks, { database: 'ok', migrations: 'ok', partitions: 'ok', worker: 'ok' })
    assert.notProperty(headers, 'set-cookie')
    assert.notProperty(headers, 'retry-after')
  })

  test('a database that lacks a migration makes it 503', async ({ assert, cleanup }) => {
    const older = await freshDatabase([
      `DELETE FROM adonis_schema WHERE name = '${migrationsWritten().at(-1)}'`,
    ])
    const web = await webProcess(older.env)
    cleanup(async () => {
      await web.end()
      await older.remove()
    })
    const stale = await ask({ path: '/health/ready' }, web.port)
    assert.equal(stale.status, 503)
    assert.equal(JSON.parse(stale.body).checks.migrations, 'fail')
  })

  test('a database that can’t be reached is said within its bound', async ({ assert, cleanup }) => {
    const gone = await freshDatabase()
    const web = await webProcess(gone.env)
    cleanup(async () => void (await web.end()))
    await gone.remove()
    const { status, body, ms } = await ask({ path: '/health/ready' }, web.port)
    assert.equal(status, 503)
    assert.deepEqual(JSON.parse(body), { ready: false, checks: { database: 'fail' } })
    assert.isBelow(ms, 4000)
  })
})

test.group('The state of the house', () => {
  test('is told to the app in numbers only, whatever town asks', async ({ assert }) => {
    const office = await officeAtWork()
    await db.rawQuery('SELECT 1')
    const { rows } = await db.rawQuery('SELECT * FROM state_of_the_house()')
    assert.isAbove(rows[0].jobs_due, 0)
    assert.notInclude(JSON.stringify(rows), office.town.id)
    await assert.rejects(
      () => db.connection('dispatch').rawQuery('SELECT * FROM state_of_the_house()'),
      /permission denied/
    )
  })
})

test.group('The calendars that the house lacks', () => {
  const lacking = async () =>
    (await db.rawQuery('SELECT calendars_lacking FROM state_of_the_house()')).rows[0].calendars_lacking

  test('are told as soon as an open term runs through a year that nobody has loaded, and until somebody does', async ({
    assert,
  }) => {
    const { town } = await openCase()
    const before = await lacking()
    await rowsOf(town.id, `UPDATE case_files SET due_on = '2029-02-15' WHERE municipality_id = $1`)
    assert.equal(await lacking(), before + 1)
    await new LoadCalendar().execute(town.id, { years: [2029], days: [], source: 'BOP 9' })
    assert.equal(await lacking(), before)
  })
})

test.group('Who may read the metrics', () => {
  const here: Reader = { token: undefined, forwarded: false, address: '127.0.0.1' }
  const LOCAL = { token: undefined, host: '127.0.0.1', publicUrl: undefined }

  for (const [who, may, reader, given] of [
    ['this machine, of a house for itself', true, {}, {}],
    ['this machine by its newer address', true, { address: '::ffff:127.0.0.1' }, {}],
    ['another machine', false, { address: '192.0.2.7' }, {}],
    ['somebody behind a proxy of this machine', false, { forwarded: true }, {}],
    ['this machine, of a house with a public address', false, {}, { publicUrl: 'https://seu.example.es' }],
    ['this machine, of a house for the network', false, {}, { host: '0.0.0.0' }],
    [
      'whoever brings the token',
      true,
      { token: 'Bearer s3', address: '192.0.2.7', forwarded: true },
      { token: 's3', publicUrl: 'https://seu.example.es' },
    ],
    ['whoever brings it in small letters', true, { token: 'bearer s3' }, { token: 's3' }],
    ['whoever brings it alone', false, { token: 's3' }, { token: 's3' }],
    ['whoever brings none', false, { token: 'Bearer ' }, { token: 's3' }],
    ['whoever brings it in other letters', false, { token: 'Bearer S3' }, { token: 's3' }],
    ['whoever brings another', false, { token: 'Bearer s4' }, { token: 's3' }],
    ['this machine without the token that was set', false, {}, { token: 's3' }],
  ] as const)
    // prettier-ignore
    test(`${may ? '' : 'not '}${who}`, ({ assert }) => {
      assert.equal(mayReadMetrics({ ...here, ...reader }, { ...LOCAL, ...given }), may)
    })
})

test.group('The metrics', () => {
  test('tell what was asked of the process by the route as it is written, and of nobody', async ({
    assert,
    cleanup,
  }) => {
    const office = await officeAtWork()
    const web = await webProcess({ METRICS_TOKEN: 'a-token' })
    cleanup(async () => void (await web.end()))
    const host = office.test.host
    await ask({ path: `/verify/${office.first.filingId}?person=12345678Z`, headers: { host } }, web.port)
    await ask({ path: '/no/such/12345678Z', headers: { host } }, web.port)
    await ask({ path: '/procedures', headers: { host } }, web.port)
    assert.equal((await ask({ path: '/metrics', headers: { host } }, web.port)).status, 404)
    const { status, body, headers } = await ask(
      { path: '/metrics', headers: { authorization: 'Bearer a-token' } },
      web.port
    )
    assert.equal(status, 200)
    assert.match(headers['content-type']!, /^text\/plain; version=0\.0\.4/)
    assert.match(body, /finestra_http_requests_total\{process="web",route="\/procedures",status="2xx"\} 1/)
    assert.match(body, /route="\/verify\/:code\?",status="\dxx"\} 1/)
    assert.match(body, /route="none",status="4xx"\} 1/)
    assert.match(body, /finestra_jobs_due \d/)
    assert.match(body, /finestra_ready 1/)
    for (const personal of ['12345678Z', office.first.filingId, office.town.id, office.town.slug, host])
      assert.notInclude(body, personal)
    const families = [...body.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)
    assert.lengthOf(new Set(families), families.length)
    for (const line of body.trim().split('\n'))
      assert.match(line, /^(# (HELP|TYPE) \S+ .+|\w+(\{(\w+="[^"]*",?)+\})? -?[\d.e+-]+)$/)
  })
})
