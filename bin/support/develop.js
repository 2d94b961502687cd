import { spawn } from 'node:child_process'
import { showSignIns } from './demo.js'
import { onStop, stop } from './lifecycle.js'
import { openHouse } from './open_house.js'
import { inRoot, ROOT } from './paths.js'
import { endChild } from './run.js'
import { step } from './say.js'

/** Ends quickly: nobody waits for a developer's request. */
const PATIENCE = { patience: 3000 }

/** What the worker is made of. */
const WATCHED = ['app', 'config', 'start', 'database', 'procedures-catalog', 'resources/lang']

function show(args, env) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' })
  onStop(() => endChild(child, PATIENCE))
  return child
}

/** Development mode: one web process with hot reload and one worker that starts anew when code changes. */
export async function develop(at) {
  const { env, folder } = await openHouse('development', at)
  step('Starting with hot reload (stop with Ctrl-C)')
  showSignIns(folder, at.port)
  const ace = inRoot('ace.js')
  const watched = WATCHED.flatMap((name) => ['--watch-path', inRoot(name)])
  show([...watched, '--watch-preserve-output', ace, 'worker'], env)
  const web = show([ace, 'serve', '--hmr', '--no-clear'], env)
  web.once('exit', (code) => stop(code ?? 1))
}
