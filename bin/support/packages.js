import { execFileSync } from 'node:child_process'
import { lstatSync, readFileSync, rmSync } from 'node:fs'
import { assertSpace } from './disk.js'
import { npmCi } from './npm.js'
import { inRoot, ROOT } from './paths.js'
import { step } from './say.js'
import { installHash, readStamp, serves, writeStamp } from './stamp.js'

const MODULES = inRoot('node_modules')
const STAMP = inRoot('node_modules/.finestra.json')
const NEEDED_MB = { production: 900, full: 1500 }

const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true

const abiOf = (node) =>
  node === process.execPath
    ? process.versions.modules
    : execFileSync(node, ['-p', 'process.versions.modules'], { encoding: 'utf8' }).trim()

/** Installs the lock file on the Node given, unless what is there serves. `mode`: 'production' or 'full'. */
export async function installPackages(node, mode) {
  // A linked node_modules belongs to whoever linked it; `npm ci` would empty it.
  if (isLink(MODULES)) return
  const { platform, arch } = process
  const lock = readFileSync(inRoot('package-lock.json'))
  const wanted = { hash: installHash({ lock, platform, arch, abi: abiOf(node) }), mode }
  if (serves(readStamp(STAMP), wanted)) return

  await assertSpace(ROOT, NEEDED_MB[mode])
  step('Installing the packages (about a minute the first time)')
  rmSync(STAMP, { force: true })
  await npmCi(node, ROOT, mode === 'production' ? ['--omit=dev'] : ['--include=dev'])
  writeStamp(STAMP, wanted)
}
