import { execFileSync } from 'node:child_process'
import { lstatSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { assertSpace } from './disk.js'
import { assertUnused } from './in_use.js'
import { npmAdd, npmCi } from './npm.js'
import { ROOT } from './paths.js'
import { step } from './say.js'
import { installHash, isPartOf, readStamp, serves, writeStamp } from './stamp.js'

const NEEDED_MB = { production: 900, more: 600, full: 1500 }

const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true

const abiOf = (node) =>
  node === process.execPath
    ? process.versions.modules
    : execFileSync(node, ['-p', 'process.versions.modules'], { encoding: 'utf8' }).trim()

/**
 * Installs the lock file on the Node given, unless what is there serves. `mode`: 'production' or 'full'. Throws
 * PACKAGES_IN_USE rather than take packages away under a house that runs from this folder.
 */
export async function installPackages(node, mode, root = ROOT) {
  const modules = join(root, 'node_modules')
  // A linked node_modules belongs to whoever linked it; `npm ci` would empty it.
  if (isLink(modules)) return
  const { platform, arch } = process
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = { hash: installHash({ lock, platform, arch, abi: abiOf(node) }), mode }
  const stamp = join(modules, '.finestra.json')
  const found = readStamp(stamp)
  if (serves(found, wanted)) return
  const flags = [mode === 'production' ? '--omit=dev' : '--include=dev']

  if (isPartOf(found, wanted)) {
    await assertSpace(root, NEEDED_MB.more)
    step('Adding the packages of tests and development')
    writeStamp(stamp, { ...found, adding: true })
    await npmAdd(node, root, flags)
  } else {
    assertUnused(root)
    await assertSpace(root, NEEDED_MB[mode])
    step('Installing the packages (about a minute the first time)')
    rmSync(stamp, { force: true })
    await npmCi(node, root, flags)
  }
  writeStamp(stamp, wanted)
}
