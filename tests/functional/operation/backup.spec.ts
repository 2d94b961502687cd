import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import zlib from 'node:zlib'
import { test } from '@japa/runner'
import env from '#start/env'
import { ownDatabase, type OwnDatabase } from '#tests/support/faults/own_database'
import { operate } from '#tests/support/house_process'
import { trailsOf, wholeDatabase } from '#tests/support/whole_database'
import { load } from '#tests/unit/bootstrap/load'
import { busyOffice } from '../invariants/busy_office.js'
import { officeAtWork } from '../invariants/office_at_work.js'
import { attachment } from '../invariants/plants/documents.js'

const { withClient } = await load('postgres/connect')
const { writeArchive, readArchive } = await load('backup/archive_file')
const { contents } = await load('backup/contents')
const { packed } = await load('backup/tar')
const { checkBackup } = await load('backup/check_backup')
const { bringBack } = await load('backup/bring_back')
const { migrateTo } = await load('backup/old_schema')
const { migrate, written } = await load('migrations')

const root = join(env.get('FINESTRA_DATA')!, 'files')
const silent = () => {}
const withName = (url: string, pathname: string) => Object.assign(new URL(url), { pathname }).href

/** A backup of a database, beside the house that it is of. */
async function backedUp(url: string, file: string, files = root): Promise<void> {
  const given = { root: files, appKey: env.get('APP_KEY'), at: new Date(), told: { step: silent } }
  await withClient(url, (client: any) => writeArchive(file, packed(contents({ client, ...given }))))
}

test.group('A backup', (group) => {
  let own: OwnDatabase
  let folder: string
  let file: string
  const databases: string[] = []
  const owner = () => own.env.DATABASE_OWNER_URL!

  /** An empty database on the same server, and where processes of the house would find it. */
  async function emptyDatabase(user?: string): Promise<Record<string, string>> {
    const name = `restored_${randomBytes(4).toString('hex')}`
    const [by, more] = user ? [process.env.DATABASE_ADMIN_URL!, ` OWNER ${user}`] : [owner(), '']
    await withClient(by, (client: any) => client.query(`CREATE DATABASE ${name}${more}`))
    databases.push(name)
    return Object.fromEntries(Object.entries(own.env).map(([key, url]) => [key, withName(url, name)]))
  }

  async function restored(urls: Record<string, string>): Promise<void> {
    const { about, manifest } = await checkBackup(file, written())
    await migrateTo(about.schema, written(), { ...process.env, ...urls })
    await withClient(urls.DATABASE_OWNER_URL!, async (client: any) => {
      await client.query('SELECT ensure_partitions($1, $2)', [about.years.first, about.years.last])
      await bringBack({ client, file, root: join(folder, 'files'), about, manifest, step: silent })
    })
  }

  group.setup(async () => {
    own = await ownDatabase()
    folder = mkdtempSync(join(tmpdir(), 'backup-'))
    file = join(folder, 'house.tar.zst')
    await busyOffice()
    await attachment(await officeAtWork())
    await backedUp(owner(), file)
    return async () => {
      rmSync(folder, { recursive: true, force: true })
      await own.remove()
      for (const name of databases)
        await withClient(process.env.DATABASE_ADMIN_URL!, (client: any) =>
          client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
        )
    }
  })
  group.each.timeout(120_000)

  test('brings every row and file back, and verify finds nothing broken', async ({ assert }) => {
    const urls = await emptyDatabase()
    await restored(urls)
    assert.deepEqual(await wholeDatabase(urls.DATABASE_OWNER_URL!), await wholeDatabase(owner()))
    assert.deepEqual(await trailsOf(urls.DATABASE_OWNER_URL!), await trailsOf(owner()))
    const verify = operate(['--import', '@poppinss/ts-exec', 'bin/console.ts', 'verify'], {
      ...urls,
      APP_KEY: env.get('APP_KEY'),
      FINESTRA_DATA: folder,
    })
    assert.equal(await verify.ended, 0, verify.said())
  })

  test('is of an owner too whom the policies of its tables bind', async ({ assert }) => {
    const user = `bound_${randomBytes(4).toString('hex')}`
    const asAdmin = (sql: string) =>
      withClient(process.env.DATABASE_ADMIN_URL!, (client: any) => client.query(sql))
    await asAdmin(`CREATE ROLE ${user} LOGIN NOBYPASSRLS PASSWORD 'bound'`)
    const urls = await emptyDatabase(user)
    const bound = new URL(urls.DATABASE_OWNER_URL!)
    Object.assign(bound, { username: user, password: 'bound' })
    await restored({ ...urls, DATABASE_OWNER_URL: bound.href })
    const all = withName(process.env.DATABASE_ADMIN_URL!, bound.pathname)
    assert.deepEqual(await wholeDatabase(all), await wholeDatabase(owner()))
    const again = join(folder, 'again.tar.zst')
    await backedUp(bound.href, again)
    const [first, second] = [await checkBackup(file, written()), await checkBackup(again, written())]
    assert.deepEqual(second.manifest.rows, first.manifest.rows)
  }).skip(!process.env.DATABASE_ADMIN_URL, 'the server was lent without a superuser')

  test('leaves the policies forced and the guards in place', async ({ assert }) => {
    const urls = await emptyDatabase()
    await restored(urls)
    const forced = (url: string) =>
      withClient(url, async (client: any) => {
        const { rows } = await client.query(
          `SELECT relname, relforcerowsecurity, (SELECT array_agg(tgname || ' ' || tgenabled::text ORDER BY tgname) FROM pg_trigger WHERE tgrelid = c.oid AND NOT tgisinternal) AS triggers
           FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`
        )
        return rows
      })
    assert.deepEqual(await forced(urls.DATABASE_OWNER_URL!), await forced(owner()))
  })

  test('of an older house is brought to its schema first, and then to the newest', async ({ assert }) => {
    const urls = await emptyDatabase()
    const older = written().filter((name: string) => !name.includes('/0019_'))
    const given = { ...process.env, ...urls }
    const columns = () =>
      withClient(urls.DATABASE_OWNER_URL!, async (client: any) => {
        const { rows } = await client.query(`SELECT to_regclass('drafts') AS t, count(*)::int AS n FROM adonis_schema GROUP BY 1`) // prettier-ignore
        return rows[0]
      })
    await migrateTo(older, written(), given)
    assert.deepEqual(await columns(), { t: 'drafts', n: older.length })
    await migrate(given)
    assert.deepEqual(await columns(), { t: 'drafts', n: written().length })
  })

  test('can be read by this user only, and by any program that knows tar', ({ assert }) => {
    const first = zlib.zstdDecompressSync(readFileSync(file)).subarray(0, 512)
    assert.equal(first.toString('latin1', 257, 262), 'ustar')
    assert.match(first.toString('latin1'), /^finestra-backup\.json\0/)
  })

  const bytes = () => readFileSync(file)
  const altered = (from: string, to: string, after = 'finestra-backup.json') => {
    const plain = zlib.zstdDecompressSync(bytes())
    const at = plain.indexOf(from, plain.indexOf(after))
    if (at < 0) throw new Error(`nothing says ${from}`)
    plain.write(to, at)
    return zlib.zstdCompressSync(plain)
  }
  const turned = (share: number) => {
    const all = Buffer.from(bytes())
    const at = Math.floor(all.length * share)
    all[at]! ^= 0x10
    return all
  }
  const REFUSED: [string, () => Buffer, RegExp][] = [
    ['is cut off', () => bytes().subarray(0, 20_000), /is cut off .*Use another copy.*nothing was changed/],
    ['is cut off near its end', () => bytes().subarray(0, -300), /is cut off/],
    ['has a bit turned', () => turned(0.5), /is not as it was written/],
    ['has a bit turned near its end', () => turned(0.98), /is not as it was written/],
    [
      'says another thing in a row',
      () => altered('\tincoming\t', '\toutgoing\t', 'database/register_entries/'),
      /not as it was written \(database\/register_entries\//,
    ],
    ['lacks a file', () => altered('files/', 'filex/'), /not as it was written/],
    ['has another key', () => altered(env.get('APP_KEY'), 'x'.repeat(32)), /not as it was written \(secrets/],
    [
      'is of a newer house',
      () => altered('0001_foundations', '9001_foundations'),
      /made by a newer Finestra/,
    ],
    ['is no backup', () => Buffer.from('a letter to the mayor'), /is no backup of Finestra/],
    ['is another archive', () => zlib.zstdCompressSync(randomBytes(4000)), /is no backup of Finestra/],
    ['is empty', () => Buffer.alloc(0), /is cut off|is no backup/],
  ]
  for (const [what, make, said] of REFUSED)
    test(`that ${what} is refused in one line before anything is changed`, async ({ assert }) => {
      const planted = join(folder, 'planted.tar.zst')
      writeFileSync(planted, make())
      await assert.rejects(() => checkBackup(planted, written()), said)
    })

  test('is as good as the house: what was missing or spoilt in it is said', async ({ assert }) => {
    const { manifest } = await checkBackup(file, written())
    assert.deepEqual(manifest.files.missing, [])
    assert.isAbove(manifest.files.count, 0)
    const elsewhere = join(folder, 'elsewhere')
    const filesIn = async (other: string) => {
      await backedUp(owner(), other, elsewhere)
      return (await checkBackup(other, written())).manifest.files
    }
    const { missing, damaged } = await filesIn(join(folder, 'missing.tar.zst'))
    assert.lengthOf(missing, 1)
    assert.deepEqual(damaged, [])
    mkdirSync(join(elsewhere, dirname(missing[0])), { recursive: true })
    writeFileSync(join(elsewhere, missing[0]), 'something else')
    const spoilt = await filesIn(join(folder, 'spoilt.tar.zst'))
    assert.deepEqual([spoilt.missing, spoilt.damaged], [[], missing])
  })

  test('takes nobody’s place', async ({ assert }) => {
    await assert.rejects(() => backedUp(owner(), file), /is there already/)
    let read = 0
    for await (const piece of readArchive(file)) read += piece.length
    assert.isAbove(read, 0)
  })
})
