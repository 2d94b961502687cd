import { chmod, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { beat } from '#cases/jobs/worker_beat'
import { uuidv7 } from '#core/ids'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { lookAtBackups } from '#start/doctor/checks/backups'
import { lookAtClock, lookAtPolicies, lookAtRoles, lookAtSchema, lookAtServer, lookAtServerLog } from '#start/doctor/checks/database' // prettier-ignore
import { lookAtDisk, lookAtFolder, lookAtNode } from '#start/doctor/checks/machine'
import { lookAtMail, lookAtRedis } from '#start/doctor/checks/outside'
import { lookAtAddress, lookAtDemo, lookAtMetrics, lookAtProxy, type Settings } from '#start/doctor/checks/settings' // prettier-ignore
import { lookAtCalendars, lookAtSeals, lookAtTowns } from '#start/doctor/checks/towns'
import { lookAtWeb, lookAtWork } from '#start/doctor/checks/work'
import { dataFolder } from '#start/doctor/data_folder'
import Doctor from '#start/doctor/doctor'
import { foundBy, type Finding } from '#start/doctor/finding'
import { forgetCalendars } from '#tenancy/queries/calendar'
import { forgetTowns } from '#tenancy/queries/towns'
import { typed } from '#tests/support/command'
import { tamper } from '#tests/support/owner'
import { openCase } from '#tests/support/open_case'
import { testTown } from '#tests/support/town'
import { freePort } from '#tests/support/web_process'

const HERE: Settings = { host: '127.0.0.1', demo: false }
const AT = new Date('2026-06-01T10:00:00Z')

const verdicts = (found: Finding[]) => found.map(({ verdict }) => verdict)
const of = (found: Finding[], slug: string) => found.filter(({ said }) => said.includes(slug))

test.group('The doctor looks at the settings', () => {
  const SEDE = 'https://seu.example.es'
  for (const [what, look, change, verdict] of [
    ['a house for this machine', lookAtAddress, {}, 'ok'],
    ['a house for the network without an address', lookAtAddress, { host: '0.0.0.0' }, 'warn'],
    ['an address with https', lookAtAddress, { publicUrl: SEDE }, 'ok'],
    ['an address in the open', lookAtAddress, { publicUrl: 'http://seu.example.es' }, 'fail'],
    ['an address of this machine', lookAtAddress, { publicUrl: 'http://localhost:3333' }, 'ok'],
    ['what is no address', lookAtAddress, { publicUrl: 'seu.example.es' }, 'fail'],
    ['no proxy', lookAtProxy, {}, 'ok'],
    ['a proxy that is not named', lookAtProxy, { publicUrl: SEDE }, 'warn'],
    ['a proxy that is named', lookAtProxy, { publicUrl: SEDE, trustProxy: 'loopback,10.0.0.0/8' }, 'ok'],
    ['a proxy that is anybody', lookAtProxy, { trustProxy: 'loopback, 0.0.0.0/0' }, 'fail'],
    ['a proxy that is nothing', lookAtProxy, { trustProxy: 'the one downstairs' }, 'fail'],
    ['metrics of a house for this machine', lookAtMetrics, {}, 'ok'],
    ['metrics of a public house', lookAtMetrics, { publicUrl: SEDE }, 'warn'],
    ['metrics with a token', lookAtMetrics, { publicUrl: SEDE, metricsToken: 's' }, 'ok'],
  ] as const)
    test(`${what}: ${verdict}`, ({ assert }) => {
      const [found, ...more] = look({ ...HERE, ...change })
      assert.isEmpty(more)
      assert.equal(found!.verdict, verdict)
      assert.equal(Boolean(found!.remedy), verdict !== 'ok')
    })

  test('demo towns in a public house fail where strangers may sign in to them', async ({ assert }) => {
    await testTown({ demo: true })
    const open = { ...HERE, publicUrl: SEDE, demo: true }
    assert.deepEqual(verdicts(await lookAtDemo(open)), ['fail'])
    assert.deepEqual(verdicts(await lookAtDemo({ ...open, demo: false })), ['warn'])
    assert.deepEqual(verdicts(await lookAtDemo(HERE)), ['ok'])
  })
})

test.group('The doctor looks at the database', () => {
  test('finds the one of the tests well, but for what it would forget', async ({ assert }) => {
    for (const look of [lookAtServer, lookAtSchema, lookAtPolicies, lookAtClock])
      assert.notInclude(verdicts(await look()), 'fail', look.name)
    const roles = await lookAtRoles()
    assert.isTrue(
      roles.every(({ said }) => / off$|bound/.test(said)),
      JSON.stringify(roles)
    )
    assert.lengthOf(await lookAtServerLog(), 1)
  })

  test('names a table whose policies the owner may pass over', async ({ assert }) => {
    const owner = db.connection('owner')
    await owner.rawQuery('ALTER TABLE notes NO FORCE ROW LEVEL SECURITY')
    try {
      const [found] = await lookAtPolicies()
      assert.equal(found!.verdict, 'fail')
      assert.match(found!.said, /notes/)
    } finally {
      await owner.rawQuery('ALTER TABLE notes FORCE ROW LEVEL SECURITY')
    }
    assert.deepEqual(verdicts(await lookAtPolicies()), ['ok'])
  })
})

test.group('The doctor looks at the towns', () => {
  test('a seal that is missing, near its end, over or locked by another key', async ({ assert }) => {
    const { id, slug } = await testTown()
    forgetTowns()
    assert.deepEqual(verdicts(of(await lookAtSeals(AT), slug)), ['warn'])
    await new IssueDemoSeal().execute(id, { name: 'Vila de Prova', taxNumber: 'P4600000A' })
    const now = new Date()
    assert.isEmpty(of(await lookAtSeals(now), slug))
    const [over] = of(await lookAtSeals(new Date('2090-01-01')), slug)
    assert.match(`${over!.verdict} ${over!.said}`, /^fail .* expired on/)
    await tamper(id, 'seals', `UPDATE seals SET private_key = 'another key' WHERE municipality_id = $1`, [id])
    const { SEAL_BOUND } = await import('#documents/queries/seal')
    const { deliver } = await import('#core/link/link')
    deliver(SEAL_BOUND, id)
    const [locked] = of(await lookAtSeals(now), slug)
    assert.match(`${locked!.verdict} ${locked!.said}`, /^fail .* another APP_KEY/)
  })

  test('closed days that are not loaded', async ({ assert }) => {
    const { slug } = await testTown()
    forgetTowns()
    assert.deepEqual(verdicts(of(await lookAtCalendars(new Date('2071-05-05')), slug)), ['fail'])
  })

  test('usual days that nobody has confirmed', async ({ assert }) => {
    const { id, slug } = await testTown()
    await tamper(id, 'calendar_years', `UPDATE calendar_years SET source = '' WHERE municipality_id = $1 AND year = 2027`, [id]) // prettier-ignore
    forgetCalendars()
    const [found] = of(await lookAtCalendars(new Date('2026-05-05')), slug)
    assert.match(`${found!.verdict} ${found!.said}`, /^warn .* only usual days of 2027, .* provisional/)
  })

  test('terms that end in a year nobody has loaded', async ({ assert }) => {
    const { town } = await openCase({ at: new Date('2028-11-15T10:00:00Z') })
    const [found] = of(await lookAtCalendars(new Date('2026-05-05')), town.slug)
    assert.match(
      `${found!.verdict} ${found!.said}`,
      /^warn .* none of 2029, through which terms of 1 open cases run/
    )
  })

  test('a town that nobody can find', async ({ assert }) => {
    const { id, slug } = await testTown()
    await db.connection('owner').rawQuery('DELETE FROM municipality_hosts WHERE municipality_id = ?', [id])
    forgetTowns()
    assert.deepEqual(verdicts(of(await lookAtTowns(), slug)), ['warn'])
  })
})

test.group('The doctor looks around the house', () => {
  test('at Node, the disk and who may read the data', async ({ assert, cleanup }) => {
    assert.deepEqual(verdicts(await lookAtNode()), ['ok'])
    assert.lengthOf(await lookAtDisk(), 1)
    const file = join(dataFolder(), 'secrets.json')
    await writeFile(file, '{}')
    cleanup(() => rm(file))
    await chmod(file, 0o644)
    const [found] = await lookAtFolder()
    assert.match(
      `${found!.verdict} ${found!.said} ${found!.remedy}`,
      /^fail secrets\.json .* \(644\) Run chmod/
    )
    await chmod(file, 0o600)
    assert.deepEqual(verdicts(await lookAtFolder()), ['ok'])
  })

  test('at whether somebody answers to mail, Redis and the web, and says nothing to them', async ({
    assert,
    cleanup,
  }) => {
    const said: Buffer[] = []
    const server = createServer((socket) => void socket.on('data', (piece) => said.push(piece)).on('error', () => {})) // prettier-ignore
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    cleanup(() => void server.close())
    const [there, nowhere] = [(server.address() as AddressInfo).port, await freePort()]
    for (const [look, scheme, verdict] of [
      [lookAtMail, 'smtp', 'fail'],
      [lookAtRedis, 'redis', 'warn'],
    ] as const) {
      assert.deepEqual(verdicts(await look(`${scheme}://user:secret@127.0.0.1:${there}`)), ['ok'])
      const [away] = await look(`${scheme}://user:secret@127.0.0.1:${nowhere}`)
      assert.equal(away!.verdict, verdict)
      assert.notInclude(JSON.stringify(away), 'secret')
      assert.deepEqual(verdicts(await look(undefined)), ['ok'])
      assert.deepEqual(verdicts(await look('somewhere')), ['fail'])
    }
    assert.deepEqual(verdicts(await lookAtWeb({ host: '127.0.0.1', port: nowhere })), ['fail'])
    assert.isEmpty(said)
  })

  test('at the last backup', async ({ assert, cleanup }) => {
    const file = join(dataFolder(), 'last_backup.json')
    await rm(file, { force: true })
    cleanup(() => rm(file, { force: true }))
    assert.deepEqual(verdicts(await lookAtBackups(AT)), ['warn'])
    const note = (hours: number, whole = true) =>
      writeFile(file, JSON.stringify({ at: new Date(AT.getTime() - hours * 3_600_000), file: 'a.tar.zst', whole })) // prettier-ignore
    await note(20)
    assert.deepEqual(verdicts(await lookAtBackups(AT)), ['ok'])
    await note(60)
    assert.deepEqual(verdicts(await lookAtBackups(AT)), ['warn'])
    await note(1, false)
    assert.match((await lookAtBackups(AT))[0]!.said, /lacks files/)
  })

  test('at the worker and its work', async ({ assert }) => {
    await beat(uuidv7())
    // What is known of the house is asked for once a second.
    await pause(1100)
    const [worker] = await lookAtWork()
    assert.equal(worker!.verdict, 'ok')
  })

  test('and says what it could not look at', async ({ assert }) => {
    const [found] = await foundBy('Anything', () => Promise.reject(new Error('it was dark')))
    assert.match(`${found!.verdict} ${found!.said}`, /^fail it was dark/)
  })

  test('and tells it in lines or as JSON, with 1 where something is to be mended', async ({ assert }) => {
    const lines = await typed(Doctor)
    assert.match(lines.said, /ok {2}\W+Node/)
    assert.match(lines.said, /\d+ ok, \d+ to look at, [1-9]\d* to mend/)
    assert.equal(lines.exitCode, 1)
    const { said, exitCode } = await typed(Doctor, ['--json'])
    const { ok, findings } = JSON.parse(said)
    assert.equal(ok, exitCode !== 1)
    for (const { verdict, remedy } of findings) assert.equal(Boolean(remedy), verdict !== 'ok')
  })
})
