import { test } from '@japa/runner'
import type { Redis } from 'ioredis'
import db from '@adonisjs/lucid/services/db'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { keptCompiled } from '#catalogue/compiled_cache'
import { aloneLink } from '#core/link/alone'
import { deliver, deliverAll, joinBy } from '#core/link/link'
import { RedisLink } from '#core/drivers/redis_link'
import { linkName } from '#core/provider'
import { verifyTown } from '#start/verify'
import { DeskVisitor } from '#tests/support/desk_visitor'
import { citizenOf, demoOffice } from '#tests/support/faults/office'
import { ownDatabase, type OwnDatabase } from '#tests/support/faults/own_database'
import { webProcess, type HouseProcess } from '#tests/support/faults/processes'
import { publishedProcedures, readyDraft, type OpenOffice } from '#tests/support/filing'
import { NO_REDIS, RedisServer } from '#tests/support/redis_server'
import { testTown, type TestTown } from '#tests/support/town'
import { ask, Visitor } from '#tests/support/visitor'

let database: OwnDatabase
let office: OpenOffice
let newcomer: TestTown
let server: RedisServer
let redis: Redis
let webs: HouseProcess[]

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks until it is so; answers how long that took, or fails after two seconds, which no message takes. */
async function soon(so: () => Promise<boolean>): Promise<number> {
  const begun = performance.now()
  while (!(await so())) {
    if (performance.now() - begun > 2_000) throw new Error('nobody told')
    await pause(20)
  }
  return performance.now() - begun
}

/** Files one draft at a process; answers its status and how long it took. */
async function file(port: number) {
  const { draftId, version } = await readyDraft(office)
  const citizen = await citizenOf(office, port)
  return citizen.submit(`/filings/${draftId}/submission`, { _version: String(version) })
}

const atTheDeskOf = async (port: number): Promise<DeskVisitor> => {
  const officer = new DeskVisitor(office.test.host).at(port)
  const { status } = await officer.signIn(office.test.officer)
  if (status !== 303) throw new Error(`the officer could not sign in: ${status}`)
  return officer
}

/** What a process has said of Redis, a word a line. */
const told = ({ said }: HouseProcess) => [...said.matchAll(/Redis is (away|back)/g)].map(([, word]) => word)

test.group('With a Redis', (group) => {
  group.tap((each) => each.skip(Boolean(NO_REDIS), NO_REDIS))
  if (!NO_REDIS)
    group.setup(async () => {
      database = await ownDatabase()
      office = await demoOffice()
      newcomer = await testTown()
      server = await (await RedisServer.free()).start()
      redis = server.client()
      const env = { ...database.env, REDIS_URL: server.url, LOG_LEVEL: 'info' }
      webs = await Promise.all([webProcess(env), webProcess(env)])
      joinBy(new RedisLink(server.client(), linkName(), { deliver, deliverAll, report() {} }))
      return async () => {
        joinBy(aloneLink)
        await Promise.all(webs.map((web) => web.kill()))
        redis.disconnect()
        await server.stop()
        await database.remove()
      }
    })

  test('what is filed at one process is news at the desk of another, at once', async ({ assert }) => {
    const [one, other] = webs as [HouseProcess, HouseProcess]
    const officer = await atTheDeskOf(other.port)
    const news = async () => JSON.parse((await officer.get('/desk/news')).body).pulse as string
    const before = await news()
    assert.equal((await file(one.port)).status, 303)
    assert.isBelow(await soon(async () => (await news()) > before), 1_000)
  })

  test('what a town begins to offer is offered by every process, at once', async ({ assert }) => {
    const [procedure] = await publishedProcedures()
    const pages = webs.map(({ port }) => new Visitor(newcomer.host).at(port))
    const status = async (visitor: Visitor) => (await visitor.get(`/procedures/${procedure!.slug}`)).status
    assert.deepEqual(await Promise.all(pages.map(status)), [404, 404])
    await new AdoptProcedure().execute(newcomer.id, procedure!)
    for (const visitor of pages)
      assert.isBelow(await soon(async () => (await status(visitor)) === 200), 1_000)
  })

  test('who signs out at one process is out at every other, at once', async ({ assert }) => {
    const [one, other] = webs as [HouseProcess, HouseProcess]
    const citizen = await citizenOf(office, one.port)
    const { cookie } = citizen
    const stolen = () => ask({ path: '/folder', headers: { host: office.test.host, cookie } }, other.port)
    assert.equal((await stolen()).status, 200)
    await citizen.submit('/sign-out')
    assert.isBelow(await soon(async () => (await stolen()).status === 303), 1_000)
  })

  test('limits are counted there, over all processes, and name nobody', async ({ assert }) => {
    const statuses = []
    for (let count = 0; count < 12; count++) {
      const guess = { email: `${count}@example.org`, password: 'a guess' }
      const { body } = await new DeskVisitor(newcomer.host).at(webs[count % 2]!.port).signIn(guess)
      statuses.push(body)
    }
    assert.isTrue(statuses.at(-1)!.includes('Too many attempts'))
    const [{ count }] = (await db.rawQuery('SELECT count(*)::int FROM rate_limits')).rows
    assert.equal(count, 0)
    const keys = (await redis.keys('*')).join('\n')
    assert.notMatch(keys, /127\.0\.0\.1|desk_sign_in|example/)
  })

  test('a compiled version is shared, and a forged one is not run', async ({ assert }) => {
    const { digest } = office.procedure
    const [key] = await redis.keys('*compiled*')
    assert.include(key!, digest)
    const sealed = (await redis.get(key!))!
    await db.connection('owner').rawQuery('UPDATE compiled_procedures SET hmac = ?', ['00'])
    assert.equal((await keptCompiled(digest))?.digest, digest)
    for (const forged of [sealed.replace('"slug"', '"sIug"'), `00\n${sealed.split('\n')[1]}`, 'x', ''])
      assert.isNull(await redis.set(key!, forged).then(() => keptCompiled(digest)))
  })

  test('nothing personal is in it', async ({ assert }) => {
    const { person } = office.test
    for (const key of await redis.keys('*')) {
      const kept = `${key} ${await redis.get(key).catch(() => '')}`
      assert.notInclude(kept, person.identifier)
      assert.notInclude(kept, person.email)
    }
  })

  test('that is emptied, frozen, gone and back, nobody waits, fails or loses anything', async ({
    assert,
  }) => {
    const [web] = webs as [HouseProcess]
    const works = async (what: string) => {
      const officer = await atTheDeskOf(web.port)
      const answers = [
        await file(web.port),
        await officer.get('/desk/inbox'),
        await officer.get('/desk/news'),
      ]
      assert.deepEqual(
        answers.map(({ status }) => status),
        [303, 200, 200],
        what
      )
      for (const { ms } of answers) assert.isBelow(ms, 2_000, what)
    }
    await redis.flushall()
    await works('emptied')
    server.freeze()
    await works('frozen')
    server.thaw()
    await server.stop()
    await works('gone')
    await pause(300)
    assert.deepEqual(told(web), ['away'])
    await server.start()
    for (let waited = 0; told(web).length < 2 && waited < 8_000; waited += 50) await pause(50)
    await works('back')
    assert.deepEqual(told(web), ['away', 'back'])
    assert.deepEqual((await verifyTown(office.town.id)).violations, [])
  }).timeout(60_000)

  test('that is down when a process starts, it starts all the same, and stops as quickly', async ({
    assert,
  }) => {
    await server.stop()
    const web = await webProcess({ ...database.env, REDIS_URL: server.url })
    assert.equal((await file(web.port)).status, 303)
    const begun = performance.now()
    assert.equal(await web.kill('SIGTERM'), 0)
    assert.isBelow(performance.now() - begun, 3_000)
    assert.deepEqual(told(web), ['away'])
  })
})
