import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { OperatorError } from '../operator_error.js'
import { readArchive } from './archive_file.js'
import { copyIn } from './copy.js'
import { placeOf } from './format.js'
import { syncFolder } from './sync_folder.js'
import { fillSql, forceSql, PLAIN_VALUES } from './tables.js'
import { entriesOf } from './tar.js'

/** A file at its place, as old as it was: the sweep of what nobody names goes by that. */
async function bringFile(root, path, { name, content, modified }, manifest) {
  const target = join(root, path)
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  await pipeline(
    content,
    async function* (pieces) {
      for await (const bytes of pieces) {
        hash.update(bytes)
        yield bytes
      }
    },
    createWriteStream(`${target}.part`, { mode: 0o600, flush: true })
  )
  if (!path.endsWith(hash.digest('hex')) && !manifest.files.damaged.includes(path)) {
    rmSync(`${target}.part`)
    throw new OperatorError('RESTORE_INCOMPLETE', { what: name, found: 0, said: 1 })
  }
  utimesSync(`${target}.part`, new Date(), new Date(modified))
  renameSync(`${target}.part`, target)
}

/** The entries of a backup, of which those that belong together are taken together. */
class Walk {
  #entries
  now = null

  constructor(file) {
    this.#entries = entriesOf(readArchive(file))
  }

  async on() {
    const { done, value } = await this.#entries.next()
    return (this.now = done ? null : value)
  }

  /** The bytes of all entries from here on that are of this table and town. */
  async *rowsOf({ table, town }) {
    for (let place = { table, town }; place.table === table && place.town === town;) {
      yield* this.now.content
      place = (await this.on()) ? placeOf(this.now.name) : {}
    }
  }
}

/**
 * Fills an empty database of the right schema and a folder of files from a backup that was checked. The guards of a
 * town's rows stay: a row of another town than its part says is refused. All rows are there at once, or none.
 */
export async function bringBack({ client, file, root, about, manifest, step }) {
  const tables = new Map(about.tables.map((table) => [table.name, table]))
  const walk = new Walk(file)
  const folders = new Set()
  await client.query(PLAIN_VALUES)
  await client.query('BEGIN')
  for (const table of tables.values()) if (table.forced) await client.query(forceSql(table, false))
  let files = 0
  for (await walk.on(); walk.now;) {
    const { table, town, file: path } = placeOf(walk.now.name)
    if (table) {
      step(`table ${table}`)
      if (town) await client.query(`SET LOCAL app.municipality_id = '${town}'`)
      const found = await copyIn(client, fillSql(tables.get(table)), walk.rowsOf({ table, town }))
      const said = manifest.rows[town ?? 'shared']?.[table] ?? 0
      if (found !== said) throw new OperatorError('RESTORE_INCOMPLETE', { what: table, found, said })
      continue
    }
    if (path) {
      await bringFile(root, path, walk.now, manifest)
      folders.add(dirname(join(root, path)))
      step(`file ${++files} of ${manifest.files.count}`)
    }
    await walk.on()
  }
  for (const folder of folders) await syncFolder(folder)
  for (const table of tables.values()) if (table.forced) await client.query(forceSql(table, true))
  await client.query('COMMIT')
}
