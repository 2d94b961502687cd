import { dirname, join, resolve } from 'node:path'
import { ace, command } from '../ace.js'
import { openDataFolder } from '../data_folder.js'
import { openDatabase } from '../database.js'
import { migrate, written } from '../migrations.js'
import { OperatorError } from '../operator_error.js'
import { ROOT } from '../paths.js'
import { withClient } from '../postgres/connect.js'
import { run } from '../run.js'
import { lines, step } from '../say.js'
import { givenKey, keepAppKey, secretsIn } from '../secrets.js'
import { claim } from '../single.js'
import { bringBack } from './bring_back.js'
import { checkBackup } from './check_backup.js'
import { beginRestore, endRestore, restoreBegun } from './mark.js'
import { migrateTo } from './old_schema.js'
import { countsInWords, countsOf, progress, secondsSince } from './tell.js'
import { clear, whatStands } from './what_would_go.js'
import { writeBackup } from './write_backup.js'

function assertSameKey({ appKey }, file) {
  const given = givenKey()
  if (given && given !== appKey) throw new OperatorError('RESTORE_OTHER_KEY', { file })
}

/** Nothing that stands is taken away unless that was asked for, and then a backup of it is kept beside the one that comes. */
async function makeRoom({ folder, owner, appKey }, { replace, file }) {
  const counts = await withClient(owner, (client) => whatStands(client, join(folder, 'files')))
  if (!counts) return
  const inWords = countsInWords(counts)
  if (!replace) throw new OperatorError('RESTORE_NOT_EMPTY', { where: folder, counts: inWords })
  step(`What stands here goes: ${inWords}`)
  await writeBackup({ folder, owner, appKey }, dirname(file), { prefix: 'finestra-replaced' })
}

/** What `verify` says of the house that came back; answers whether all holds. */
async function verify(env) {
  const { code, output } = await run(process.execPath, command('verify'), { cwd: ROOT, env })
  const said = output.trim().split('\n')
  lines((code === 0 ? said.slice(-1) : said).join('\n'))
  return code === 0
}

/**
 * Puts the house of a backup in the place of an empty one, or with `replace` of whatever stands. Nothing is changed
 * before all of the backup was read and found as it was written; from the first change to the last a mark says that the
 * house is not whole. Answers whether `verify` finds it in order.
 */
export async function restore(given, { replace }) {
  const [began, file] = [Date.now(), resolve(given)]
  step(`Checking ${file}`)
  const backup = await checkBackup(file, written())
  const { about, manifest } = backup
  assertSameKey(backup, file)
  step(`It is of ${about.createdAt}, made by Finestra ${about.product}: ${countsInWords(countsOf(backup))}`)

  const data = await openDataFolder()
  const { folder } = data
  claim(folder)
  const standing = givenKey() ?? secretsIn(folder).appKey
  const urls = await openDatabase(data)
  const owner = urls.DATABASE_OWNER_URL
  if (!restoreBegun(folder)) await makeRoom({ folder, owner, appKey: standing }, { replace, file })

  beginRestore(folder, file)
  const env = {
    ...process.env,
    ...urls,
    APP_KEY: backup.appKey,
    NODE_ENV: 'production',
    FINESTRA_DATA: folder,
  }
  await withClient(owner, (client) => clear(client, folder))
  await migrateTo(about.schema, written(), env)
  await withClient(owner, async (client) => {
    await client.query('SELECT ensure_partitions($1, $2)', [about.years.first, about.years.last])
    await bringBack({
      client,
      file,
      root: join(folder, 'files'),
      about,
      manifest,
      step: progress('Restoring'),
    })
  })
  keepAppKey(folder, backup.appKey)
  await migrate(env)
  await ace(['house:restored', about.createdAt, manifest.digest], env, 'Writing the restore down')
  endRestore(folder)
  step(`Restored in ${secondsSince(began)}: ${countsInWords(countsOf(backup))}`)
  const whole = await verify(env)
  step(
    whole
      ? 'The house is as it was. Open it with: npm start'
      : 'The house is back, and not in order: the lines above say where. It may have been so when it was backed up.'
  )
  return whole
}
