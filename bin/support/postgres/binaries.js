import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { makeFolder, SHARED } from '../data_folder.js'
import { OperatorError } from '../operator_error.js'
import { inRoot } from '../paths.js'
import { postgresPackage } from '../platforms.js'
import { isRoot, reachableByNobody } from '../reach.js'

/** Makes the links between libraries that npm can't carry; existing ones stay. */
export function hydrate(folder) {
  const file = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(file)) return
  for (const { source, target } of JSON.parse(readFileSync(file, 'utf8'))) {
    const link = join(folder, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    symlinkSync(relative(dirname(link), join(folder, source)), link)
  }
}

const open = (path) => {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  if (stat.isDirectory()) readdirSync(path).forEach((name) => open(join(path, name)))
}

/** A copy that everybody can read and run, shared by all installations of the same version. */
function copyForAll(native, name) {
  const target = join(SHARED, 'binaries', name)
  if (existsSync(target)) return target
  const making = `${target}.${process.pid}`
  makeFolder(dirname(target))
  try {
    cpSync(native, making, { recursive: true, verbatimSymlinks: true })
    open(making)
    renameSync(making, target)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}

/** Where `bin/postgres` and `bin/initdb` are, runnable by the user that PostgreSQL will run as: `{ folder, major }`. */
export function postgresBinaries() {
  const { platform, arch } = process
  const name = postgresPackage(platform, arch)
  const folder = name && inRoot('node_modules', name)
  if (!folder || !existsSync(folder)) throw new OperatorError('POSTGRES_UNAVAILABLE', { platform, arch })
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  hydrate(folder)
  const native = join(folder, 'native')
  const readable =
    reachableByNobody(join(native, 'bin')) && (statSync(join(native, 'bin/postgres')).mode & 0o005) === 0o005
  const usable = !isRoot() || readable
  return {
    folder: usable ? native : copyForAll(native, `${basename(folder)}-${version}`),
    major: version.split('.')[0],
  }
}
