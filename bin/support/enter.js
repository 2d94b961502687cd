import { spawn } from 'node:child_process'
import { dirname, delimiter } from 'node:path'
import { onStop, stop, stopOnSignals } from './lifecycle.js'
import { installPackages } from './packages.js'
import { ROOT } from './paths.js'
import { endChild } from './run.js'
import { runtimeNode } from './runtime_node.js'

/**
 * The threshold of every command: returns once this script runs on a recent Node with its packages
 * installed. On an older Node it runs the same script again on the pinned one, passes signals on
 * and never returns. `mode` is what to install: 'production' or 'full'.
 */
export async function enter(mode, script, { exitCode } = {}) {
  process.chdir(ROOT)
  stopOnSignals(exitCode)
  const node = await runtimeNode()
  await installPackages(node, mode)
  // Whatever says `node` from here on means this one.
  process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`
  if (node === process.execPath) return

  const child = spawn(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' })
  onStop(() => endChild(child, { patience: 20_000 }))
  await new Promise((resolve) => child.once('exit', (code) => resolve(stop(code ?? 1))))
}
