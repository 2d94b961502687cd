import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { eventually, operate, processes, type Operation } from '#tests/support/house_process'
import { load } from '#tests/unit/bootstrap/load'
import { freePort } from '#tests/support/web_process'

const { urls } = await load('postgres/embedded')
const { withClient } = await load('postgres/connect')
const { secretsIn } = await load('secrets')

const START = ['bin/start.js']
const WEB = /support\/tether\.js.*bin\/server\.ts/
const WORKER = /console\.ts worker/

test.group('The house under its supervisor', (group) => {
  let folder: string
  let port: number
  let house: Operation
  let opened = 0

  const env = () => ({ FINESTRA_DATA: folder, PORT: String(port) })
  const open = async (more: Record<string, string> = {}) => {
    house = operate(START, { ...env(), ...more })
    // on a machine that is busy with other things a whole start takes long
    await eventually(
      'the house opens',
      () => {
        if (house.child.exitCode !== null) throw new Error(house.said())
        return house.said().includes('Finestra is open at')
      },
      120_000
    )
    opened++
  }
  const page = () =>
    fetch(`http://127.0.0.1:${port}/`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(5000),
    })
      .then(({ status }) => status)
      .catch(() => 0)
  /** What the pid file of PostgreSQL says; between two servers there is none. */
  const server = () => {
    const file = join(folder, 'postgres/postmaster.pid')
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    return { pid: Number(lines[0]), ready: lines[7]?.startsWith('ready') ?? false }
  }
  const ofTheHouse = () => processes({ command: new RegExp(folder) })
  const children = (command: RegExp) => processes({ parent: house.child.pid!, command })

  group.setup(async () => {
    folder = mkdtempSync(join(tmpdir(), 'house-'))
    // As root PostgreSQL runs as `nobody`.
    chmodSync(folder, 0o755)
    port = await freePort()
    await open()
    return async () => {
      house.child.kill()
      await house.ended
      rmSync(folder, { recursive: true, force: true })
    }
  })
  group.each.timeout(120_000)

  test('prints its address and how to sign in', async ({ assert }) => {
    assert.include(house.said(), `http://localhost:${port}/`)
    assert.match(house.said(), /@benialba\.example +\S+ +http:\/\/benialba\.localhost:\d+\/desk/)
    assert.equal(await page(), 200)
  })

  test('does not start twice on one data folder', async ({ assert }) => {
    for (const asked of [env().PORT, String(await freePort())]) {
      const second = operate(START, { ...env(), PORT: asked })
      assert.equal(await second.ended, 1)
      const told = /already runs on this data folder \(process \d+, port (\d+)\)\. Stop it first/
      assert.equal(told.exec(second.said())?.[1], env().PORT, asked)
    }
    assert.equal(await page(), 200)
  })

  test('says which port is taken, and names another', async ({ assert, cleanup }) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    cleanup(() => void other.close())
    const taken = (other.address() as { port: number }).port
    const second = operate(START, { FINESTRA_DATA: join(folder, 'none'), PORT: String(taken) })
    assert.equal(await second.ended, 1)
    assert.match(second.said(), new RegExp(`Port ${taken} is taken .* PORT=${taken + 1} npm start`))
  })

  test('brings back a web process and a worker that were killed', async ({ assert }) => {
    const [web] = await eventually('two web processes', () => {
      const found = children(WEB)
      return found.length === 2 ? found : null
    })
    const [worker] = await eventually('a worker', () => children(WORKER))
    process.kill(web!, 'SIGKILL')
    process.kill(worker!, 'SIGKILL')
    await eventually('both are back', () => {
      const [webs, workers] = [children(WEB), children(WORKER)]
      return webs.length === 2 && !webs.includes(web!) && workers.length === 1 && workers[0] !== worker
    })
    assert.match(
      house.said(),
      /The web process \d ended \(SIGKILL\); it starts again in \S+ s \(see .*web\.log\)/
    )
    assert.match(house.said(), /The worker ended \(SIGKILL\); it starts again/)
    await eventually('a page', async () => (await page()) === 200)
  })

  test('brings back PostgreSQL, and pages are had again', async ({ assert }) => {
    const { pid } = server()
    process.kill(pid, 'SIGKILL')
    await eventually('it is said', () => house.said().includes('PostgreSQL ended (SIGKILL); it starts again'))
    await eventually('a page', async () => (await page()) === 200)
    await eventually('another server', () => server().pid !== pid && server().ready)
    assert.isNull(house.child.exitCode)
  })

  test('lets a command of the operator at its database while it runs', async ({ assert }) => {
    const verify = operate(['ace.js', 'verify'], env())
    assert.equal(await verify.ended, 0, verify.said())
    assert.match(verify.said(), /3 towns, nothing broken/)
  })

  test('starts again after everything was cut off, and ends what was left behind', async ({ assert }) => {
    house.child.kill('SIGKILL')
    await house.ended
    await open()
    assert.equal(await page(), 200)
    assert.lengthOf(processes({ command: new RegExp(`postgres -D ${folder}`) }), 1)
  })

  test('founds its towns anew in a database that was emptied, whatever it did before', async ({ assert }) => {
    const [port, secrets] = [readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3], secretsIn(folder)] // prettier-ignore
    await withClient(urls(port, secrets).DATABASE_OWNER_URL, (client: any) =>
      client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    )
    house.child.kill('SIGTERM')
    await house.ended
    await open()
    assert.match(house.said(), /Bringing the database up to date[^]+Founding the demo towns/)
    assert.equal(await page(), 200)
    assert.equal(statSync(join(folder, 'demo.json')).mode & 0o777, 0o600)
  })

  test('withholds the demo sign-ins where others can reach it, and leads its own address to its town', async ({
    assert,
  }) => {
    house.child.kill('SIGTERM')
    await house.ended
    await open({ HOST: '0.0.0.0' })
    assert.notInclude(house.said(), 'Taking over')
    assert.notInclude(house.said(), 'finestra-demo')
    assert.match(house.said(), /Nobody can sign in as the people of the demo towns.*FINESTRA_DEMO=1/)
    assert.equal(await page(), 200)
  })

  test('stops in order when it is told to, and leaves nobody behind', async ({ assert }) => {
    const began = Date.now()
    house.child.kill('SIGTERM')
    assert.equal(await house.ended, 0)
    assert.isBelow(Date.now() - began, 15_000)
    await eventually('nobody is left', () => ofTheHouse().length === 0)
    assert.equal(await page(), 0)
    assert.equal(opened, 4)
  })
})
