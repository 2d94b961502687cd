import { createHash } from 'node:crypto'
import { copyOut } from './copy.js'
import { FIRST, FORMAT, LAST, PART, partName, product, SECRETS } from './format.js'
import { Ledger, sha256 } from './ledger.js'
import { missingFiles, openStored, storedFiles } from './stored_files.js'
import { PLAIN_VALUES, rowsSql, tablesOf, yearsOf } from './tables.js'

/** What the sweep of files asks for before it takes one away (app/documents/jobs/orphan_files.ts). */
export const FILES_STAY = 7_402_316_001

/**
 * One moment of the database for all that is read of it. Files that it names are kept from the sweep meanwhile, which
 * has to be sure before the moment is chosen.
 */
async function atOneMoment(client, work) {
  await client.query(PLAIN_VALUES)
  await client.query('SELECT pg_advisory_lock_shared($1)', [FILES_STAY])
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  return work()
}

async function describe(client, createdAt) {
  const rows = async (sql) => (await client.query(sql)).rows
  const schema = await rows('SELECT name FROM adonis_schema ORDER BY name')
  const [{ postgres }] = await rows(`SELECT current_setting('server_version') AS postgres`)
  return {
    format: FORMAT,
    product: product(),
    createdAt: createdAt.toISOString(),
    postgres,
    schema: schema.map(({ name }) => name),
    years: await yearsOf(client),
    towns: await rows('SELECT id, slug, name FROM municipalities ORDER BY slug'),
    tables: await tablesOf(client),
  }
}

/** One entry whose bytes are at hand. */
function entry(ledger, name, bytes, modified) {
  ledger.note(name, bytes.length, sha256(bytes))
  return { name, size: bytes.length, modified, content: [bytes] }
}

/** The rows of a table, or of a town in it, in parts that hold whole rows. */
async function* partsOf(client, table, town) {
  let [held, size] = [[], 0]
  for await (const rows of copyOut(client, rowsSql(table, town))) {
    held.push(rows)
    size += rows.length
    if (size < PART) continue
    yield Buffer.concat(held)
    ;[held, size] = [[], 0]
  }
  if (size > 0) yield Buffer.concat(held)
}

/** A file, and whether it is what its name says. */
async function* fileEntry(ledger, root, path) {
  const { size, modified, content } = await openStored(root, path)
  const hash = createHash('sha256')
  let read = 0
  const hashed = async function* () {
    for await (const bytes of content) {
      read += bytes.length
      hash.update(bytes)
      yield bytes
    }
  }
  yield { name: `files/${path}`, size, modified, content: hashed() }
  if (read !== size) throw new Error(`the file ${path} changed while it was read`)
  const digest = hash.digest('hex')
  ledger.note(`files/${path}`, size, digest)
  return { size, intact: path.endsWith(digest) }
}

/**
 * The entries of a backup, from the database that `client` owns and the files under `root`; the summary of what it
 * holds is left in `told`, whose `step` hears of the progress.
 */
export async function* contents({ client, root, appKey, at, told }) {
  const ledger = new Ledger()
  const json = (name, value) =>
    entry(ledger, name, Buffer.from(`${JSON.stringify(value, null, 2)}\n`), at.getTime())
  const about = await atOneMoment(client, () => describe(client, at))
  yield json(FIRST, about)
  yield json(SECRETS, { appKey })

  const rows = {}
  const count = (town, table, number) => ((rows[town ?? 'shared'] ??= {})[table] = number)
  for (const [nth, table] of about.tables.entries()) {
    told.step(`table ${nth + 1} of ${about.tables.length}`)
    for (const town of table.tenant ? about.towns.map(({ id }) => id) : [null]) {
      if (town) await client.query(`SET LOCAL app.municipality_id = '${town}'`)
      let [part, lines] = [0, 0]
      for await (const bytes of partsOf(client, table, town)) {
        for (let from = 0; (from = bytes.indexOf(10, from) + 1) > 0;) lines += 1
        yield entry(ledger, partName(table.name, town, ++part), bytes, at.getTime())
      }
      if (lines > 0) count(town, table.name, lines)
    }
  }

  const files = { count: 0, bytes: 0, missing: [], damaged: [] }
  for (const { id } of about.towns) {
    await client.query(`SET LOCAL app.municipality_id = '${id}'`)
    files.missing.push(...(await missingFiles(client, root, id)))
  }
  for await (const path of storedFiles(root)) {
    const { size, intact } = yield* fileEntry(ledger, root, path)
    files.count += 1
    files.bytes += size
    if (!intact) files.damaged.push(path)
    told.step(`file ${files.count}`)
  }
  const manifest = { ...ledger.sum(), rows, files }
  yield json(LAST, manifest)
  await client.query('COMMIT')
  told.summary = { about, manifest }
}
