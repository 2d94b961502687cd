import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../data_folder.js'
import { OperatorError } from '../operator_error.js'
import { asNobody, isRoot, NOBODY, spawnFailure } from '../reach.js'
import { run } from '../run.js'
import { diagnose } from './diagnosis.js'
import { serverEnv } from './settings.js'

/** The provider that needs no system's locales came with 17. */
const localeOf = (major) =>
  Number(major) >= 17
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    : ['--locale=C.UTF-8']

const give = (path) => isRoot() && chownSync(path, NOBODY, NOBODY)

function versionOf(folder) {
  try {
    return readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    throw new OperatorError('DATA_CORRUPT', { folder, detail: 'PG_VERSION is missing' })
  }
}

/** Refuses a cluster that these binaries can't open. */
function check(folder, major) {
  const found = versionOf(folder)
  if (found !== major) throw new OperatorError('DATA_OF_ANOTHER_VERSION', { folder, found, ours: major })
}

/** Makes a cluster aside and moves it into place, so that a half-made one is never taken for a damaged one. */
async function create(binaries, folder, password) {
  const making = `${folder}.new`
  const passwordFile = `${folder}.password`
  rmSync(making, { recursive: true, force: true })
  makeFolder(dirname(folder))
  mkdirSync(making, { mode: 0o700 })
  give(making)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  give(passwordFile)
  try {
    const { code, output } = await run(
      join(binaries.folder, 'bin/initdb'),
      [
        ...['-D', making, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        ...['--encoding=UTF8', ...localeOf(binaries.major)],
      ],
      { env: serverEnv(), cwd: '/', ...asNobody() }
    )
    if (code !== 0) throw diagnose(output, { folder, file: folder })
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw spawnFailure(error)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** The files of the embedded server in `folder`, made when there are none. Returns whether they were made now. */
export async function ensureCluster(binaries, folder, password) {
  if (existsSync(folder)) {
    check(folder, binaries.major)
    return false
  }
  await create(binaries, folder, password)
  return true
}
