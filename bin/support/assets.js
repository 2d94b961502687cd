import { existsSync, readFileSync } from 'node:fs'
import { rooms } from '../../house.js'
import { inUseBy } from './in_use.js'
import { isStopping, stop } from './lifecycle.js'
import { OperatorError } from './operator_error.js'
import { inRoot, ROOT } from './paths.js'
import { run } from './run.js'
import { step } from './say.js'
import { contentsOf, hashOf, readStamp, writeStamp } from './stamp.js'

const STAMP = inRoot('public/assets/.finestra.json')
const MANIFEST = inRoot('public/assets/.vite/manifest.json')
const CONFIG = inRoot('vite.config.ts')

/** The pure rooms are bundled for browsers too. */
const sources = () => [
  CONFIG,
  ...['resources', 'package.json', 'tsconfig.json', 'app/core'].map((path) => inRoot(path)),
  ...Object.keys(rooms)
    .filter((name) => rooms[name].pure)
    .map((name) => inRoot('app', name)),
]

/** Builds styles and scripts for the browser, unless those that are there came from the same sources. */
export async function buildAssets() {
  if (!existsSync(CONFIG)) return
  const hash = hashOf([readFileSync(inRoot('package-lock.json')), ...contentsOf(sources())])
  if (readStamp(STAMP)?.hash === hash && existsSync(MANIFEST)) return
  step('Building the pages')
  const { code, output } = await run(process.execPath, [inRoot('node_modules/vite/bin/vite.js'), 'build'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', FINESTRA_BESIDE: inUseBy() ? '1' : '0' },
  })
  if (isStopping()) return stop(1)
  if (code !== 0) {
    console.error(output.trimEnd())
    throw new OperatorError('BUILD_FAILED', { what: 'Building the pages' })
  }
  writeStamp(STAMP, { hash })
}
