import { basename, dirname, join } from 'node:path'
import { assertSpace } from '../disk.js'
import { withClient } from '../postgres/connect.js'
import { step } from '../say.js'
import { writeStamp } from '../stamp.js'
import { writeArchive } from './archive_file.js'
import { contents } from './contents.js'
import { packed } from './tar.js'
import { target } from './target.js'
import { countsInWords, countsOf, progress, secondsSince, sizeInWords } from './tell.js'

/** What an empty house takes; what a full one does nobody knows beforehand. */
const NEEDED_MB = 20

const stamp = (at) => at.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')

/** Where the date and the outcome of the last backup are kept, for whoever asks how old it is. */
const noteIn = (folder) => join(folder, 'last_backup.json')

/** Writes a backup of the house and says what is in it; answers whether all that the database names was there. */
export async function writeBackup({ folder, owner, appKey }, given, { prefix = 'finestra' } = {}) {
  const [at, began] = [new Date(), Date.now()]
  const file = target(given, `${prefix}-${stamp(at)}.tar.zst`)
  await assertSpace(dirname(file), NEEDED_MB)
  step(`Backing up to ${file}`)
  const told = { step: progress('Backing up') }
  const root = join(folder, 'files')
  const { size, digest } = await withClient(owner, (client) =>
    writeArchive(file, packed(contents({ client, root, appKey, at, told })))
  )
  const { missing, damaged } = told.summary.manifest.files
  for (const path of missing) step(`The database names a file that is not there: ${path}`)
  for (const path of damaged) step(`A file is not what it was when it came: ${path}`)
  const whole = missing.length + damaged.length === 0
  writeStamp(noteIn(folder), { file: basename(file), at: at.toISOString(), size, digest, whole }, 0o600)
  step(`Backup written: ${file} (${sizeInWords(size)}, sha256 ${digest})`)
  step(
    `${countsInWords(countsOf(told.summary))} in ${secondsSince(began)}. It holds the secrets of the house and all that people wrote: keep it as such.`
  )
  if (!whole) step('It is as whole as the house: see what node ace verify says.')
  return { file, whole }
}
