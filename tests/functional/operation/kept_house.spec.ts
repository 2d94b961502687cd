import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { demoIdentities } from '#identity/domain/demo_identities'
import type { CitizenVisitor } from '#tests/support/citizen_visitor'
import { DemoHouse } from '#tests/support/demo_house'
import { DeskVisitor } from '#tests/support/desk_visitor'
import { operate, processes } from '#tests/support/house_process'
import { load } from '#tests/unit/bootstrap/load'
import { trailsOf, wholeDatabase } from '#tests/support/whole_database'
import { walkToReceipt } from '#tests/support/walk_filing'
import { fileWithPapers, payWhatIsDue } from '#tests/support/walk_with_papers'

const { withClient } = await load('postgres/connect')

const PACKS = 'procedures-catalog'
const GENERAL = 'finestra-basics/procedures/general-application'
const TAX = 'finestra-services/procedures/capital-gain-self-assessment'

/** The answers of a golden case, without the files that only a scenario has. */
function answersOf(procedure: string, scenario: string): Record<string, unknown> {
  const file = app.makePath(PACKS, procedure, 'scenarios', `${scenario}.json`)
  const { answers } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !/^019b0000-/.test(String(value))))
}

const slugOf = (procedure: string) => procedure.split('/').at(-1)!

const PLANTED = {
  text: 'Un secreto plantado en los hechos',
  email: 'plantada.persona@example.org',
  phone: '+34611222333',
  paper: 'Informe plantado de Amparo.pdf',
  password: 'a-wrong-password-planted',
}

test.group('A house that is kept', (group) => {
  let house: DemoHouse
  let citizen: CitizenVisitor
  let desk: DeskVisitor
  let backup: string
  let before: Awaited<ReturnType<typeof wholeDatabase>>
  let trails: string[]
  const general = () => ({ ...answersOf(GENERAL, 'correction_answered'), facts: PLANTED.text, email: PLANTED.email, phone: PLANTED.phone }) // prettier-ignore

  group.setup(async () => {
    house = await DemoHouse.made()
    await house.open({ LOG_LEVEL: 'trace' })
    citizen = await house.citizen('benialba').signIn()
    desk = new DeskVisitor('benialba.localhost').at(house.port)
    return () => house.end()
  })
  group.each.timeout(240_000)

  test('writes its logs in JSON, and nothing of whoever filed, paid or signed in', async ({ assert }) => {
    await fileWithPapers(citizen, slugOf(GENERAL), general(), PLANTED.paper)
    const tax = { ...answersOf(TAX, 'never_paid'), email: PLANTED.email }
    await fileWithPapers(citizen, slugOf(TAX), tax, PLANTED.paper)
    await payWhatIsDue(citizen)
    await citizen.get(`/folder?q=${demoIdentities[0]!.identifier}`)
    await citizen.get(`/verify/ABCD-EFGH-JKMN?email=${PLANTED.email}`)
    await desk.signIn({ email: 'tramita@benialba.example', password: PLANTED.password })
    assert.equal((await desk.signIn({ email: 'tramita@benialba.example', password: 'finestra-demo' })).status, 303) // prettier-ignore
    await desk.get(`/desk/search?q=${encodeURIComponent(PLANTED.email)}`)
    await pause(3000)

    const [person] = demoIdentities
    const secrets: Record<string, string | undefined> = {
      ...PLANTED,
      'the name': person!.givenName,
      'the surnames': person!.surnames,
      'the tax number': person!.identifier,
      'their own e-mail': person!.email,
      'their own telephone': person!.phone,
      'the officer': 'tramita@benialba.example',
      'the key': JSON.parse(house.log('secrets.json')).appKey,
      'the cookie of the citizen': citizen.cookieNamed('finestra'),
      'the cookie of the officer': desk.cookieNamed('finestra'),
    }
    for (const name of ['logs/web.log', 'logs/worker.log', 'postgres.log']) {
      const log = house.log(name)
      if (name !== 'postgres.log')
        for (const line of log.trim().split('\n').filter(Boolean)) assert.isObject(JSON.parse(line), line)
      for (const [what, value] of Object.entries(secrets)) {
        assert.isString(value, what)
        assert.notInclude(log, value!, `${what} in ${name}`)
      }
    }
    assert.isAbove(house.log('logs/web.log').split('\n').length, 5)
  })

  test('has a database that keeps what was written to itself when it refuses it', async ({ assert }) => {
    await withClient(house.database, async (client: any) => {
      const refused = client.query(
        `INSERT INTO municipalities (id, slug, name) VALUES (gen_random_uuid(), '${PLANTED.text}', NULL)`
      )
      await assert.rejects(() => refused, /violates not-null/)
    })
    assert.notInclude(house.log('postgres.log'), PLANTED.text)
  })

  test('is looked at by its doctor while it runs', async ({ assert }) => {
    const { code, said } = await house.runs('ace.js', 'doctor')
    assert.equal(code, 0, said)
    assert.match(said, /warn +Backup +none was made/)
    assert.match(said, /ok +Worker +it is there/)
    assert.match(said, /ok +Seals +3 towns/)
  })

  test('is backed up while people file in it, of one moment', async ({ assert }) => {
    let filing = true
    let filed = 0
    const others = await Promise.all(
      ['vilaserena', 'portclar'].map((town, nth) => house.citizen(town).signIn(demoIdentities[nth]))
    )
    const work = others.map(async (one) => {
      for (; filing; filed++) await walkToReceipt(one, slugOf(GENERAL), general())
    })
    await pause(1000)
    backup = join(house.parent, 'busy.tar.zst')
    const done = await house.runs('bin/backup.js', backup)
    const during = filed
    filing = false
    await Promise.all(work)
    assert.equal(done.code, 0, done.said)
    assert.isAbove(during, 0)
    assert.match(done.said, /Backup written: \S+busy\.tar\.zst \([\d.]+ [kM]B, sha256 [0-9a-f]{64}\)/)
    assert.match(done.said, /3 towns, \d+ cases, \d+ register entries, \d+ documents, 2 files in [\d.]+ s/)
    assert.equal(statSync(backup).mode & 0o777, 0o600)
    const again = await house.runs('bin/backup.js', backup)
    assert.equal(again.code, 1)
    assert.match(again.said, /is there already/)
  })

  test('gives its place to a backup only when it is stopped and told to', async ({ assert }) => {
    const running = await house.runs('bin/restore.js', backup, '--replace')
    assert.equal(running.code, 1)
    assert.match(running.said, /already runs on this data folder/)
    await house.close()
    const ill = await house.runs('ace.js', 'doctor', '--json')
    assert.equal(ill.code, 1)
    const { ok, findings } = JSON.parse(ill.said)
    assert.isFalse(ok)
    const failing = findings.filter(({ verdict }: { verdict: string }) => verdict === 'fail')
    assert.sameMembers(
      failing.map(({ about }: { about: string }) => about),
      ['Web', 'PostgreSQL']
    )
    const refused = await house.runs('bin/restore.js', backup)
    assert.equal(refused.code, 1)
    assert.match(refused.said, /A house stands in .*: 3 towns, \d+ cases.*--replace.*nothing was changed/)
    await house.open()
    before = await wholeDatabase(house.database)
    trails = await trailsOf(house.database)
    await house.close()
  })

  test('comes back after its disk is lost, row for row, and is in order', async ({ assert }) => {
    const stopped = join(house.parent, 'stopped.tar.zst')
    const done = await house.runs('bin/backup.js', stopped)
    assert.equal(done.code, 0, done.said)
    const files = readdirSync(join(house.folder, 'files'), { recursive: true, encoding: 'utf8' }).sort()
    house.lose()
    const back = await house.runs('bin/restore.js', stopped)
    assert.equal(back.code, 0, back.said)
    assert.match(back.said, /3 towns, nothing broken[^]*The house is as it was/)
    assert.deepEqual(
      readdirSync(join(house.folder, 'files'), { recursive: true, encoding: 'utf8' }).sort(),
      files
    )
    await house.open({ FINESTRA_DEMO: '0' })
    const { jobs: _, ...rows } = await wholeDatabase(house.database)
    const { jobs: __, ...expected } = before
    assert.deepEqual(rows, expected)
    const now = await trailsOf(house.database)
    assert.deepEqual(
      now.filter((line) => !line.includes(' tenancy.restored ')),
      trails
    )
    assert.lengthOf(now, trails.length + 3)
    // Their sessions are sealed with the same key.
    assert.equal((await citizen.get('/folder')).status, 200)
    await house.close()
  })

  test('that a restore was killed in says so at every door, until it is run again', async ({ assert }) => {
    const half = operate(['bin/restore.js', backup, '--replace'], house.env)
    while (!half.said().includes('Bringing the database up to date')) await pause(20)
    await pause(1500)
    // As by a power cut: it, its migration and its server.
    for (const pid of [half.child.pid!, ...processes({ parent: half.child.pid! })])
      process.kill(pid, 'SIGKILL')
    await half.ended
    assert.match(half.said(), /What stands here goes: 3 towns, .*[^]*Backup written: \S+finestra-replaced-/)
    assert.isTrue(house.has('restoring.json'))
    for (const script of [['bin/start.js'], ['bin/backup.js'], ['ace.js', 'verify']]) {
      const { code, said } = await house.runs(...script)
      assert.equal(code, 1, said)
      assert.match(said, /restore of \S+busy\.tar\.zst was interrupted.*Run it again: npm run restore/)
    }
    const again = await house.runs('bin/restore.js', backup)
    assert.equal(again.code, 0, again.said)
    assert.match(again.said, /nothing broken/)
    assert.isFalse(house.has('restoring.json'))
    // What was backed up last was the house that went.
    assert.isFalse(house.has('last_backup.json'))
    await house.open({ FINESTRA_DEMO: '0' })
    const receipt = await walkToReceipt(citizen, slugOf(GENERAL), general())
    assert.equal((await citizen.get(receipt)).status, 200)
    await house.close()
  })
})
