import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { assertUnused } from './in_use.js'
import { OperatorError } from './operator_error.js'
import { inRoot } from './paths.js'
import { isRecent, nodePackage } from './platforms.js'
import { npmCi } from './npm.js'
import { step } from './say.js'
import { installHash, readStamp, serves, writeStamp } from './stamp.js'

const FOLDER = inRoot('bin/node')
const STAMP = inRoot('bin/node/node_modules/.finestra.json')

/** The Node that runs the house: this one where it is recent, else the pinned one, fetched when needed. */
export async function runtimeNode() {
  if (isRecent(process.versions.node)) return process.execPath
  const { platform, arch } = process
  const name = nodePackage(platform, arch)
  if (!name) throw new OperatorError('NODE_UNAVAILABLE', { platform, arch })

  const lock = readFileSync(inRoot('bin/node/package-lock.json'))
  const wanted = { hash: installHash({ lock, platform, arch, abi: 'none' }), mode: 'production' }
  const binary = inRoot('bin/node/node_modules', name, 'bin/node')
  if (serves(readStamp(STAMP), wanted) && existsSync(binary)) return binary

  // The house that runs may run on what is there.
  if (existsSync(inRoot('bin/node/node_modules'))) assertUnused()
  step(`Fetching Node 24 (this machine has ${process.versions.node})`)
  rmSync(STAMP, { force: true })
  await npmCi(process.execPath, FOLDER)
  // On a libc that the binary was not made for it is there and yet doesn't run.
  if (spawnSync(binary, ['--version']).status !== 0)
    throw new OperatorError('NODE_UNAVAILABLE', { platform, arch })
  writeStamp(STAMP, wanted)
  return binary
}
