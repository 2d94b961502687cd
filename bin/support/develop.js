import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { command } from './ace.js'
import { behindTheDoor } from './demo.js'
import { noDemo } from './demo_meant.js'
import { onStop, stop } from './lifecycle.js'
import { openHouse } from './open_house.js'
import { inRoot, ROOT } from './paths.js'
import { endChild } from './run.js'
import { paragraph, step } from './say.js'
import { watchCatalogue } from './watch_catalogue.js'

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
  paragraph(await behindTheDoor(env, folder))
  if (!noDemo(process.env)) watchCatalogue(env)
  const watched = WATCHED.flatMap((name) => ['--watch-path', inRoot(name)])
  show([...watched, '--watch-preserve-output', ...command('worker')], env)
  // The server is a child of the command's: tethered, it ends with it.
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${pathToFileURL(inRoot('bin/support/tether.js'))}`
  const web = show(command('serve', '--hmr', '--no-clear'), { ...env, NODE_OPTIONS })
  web.once('exit', (code) => stop(code ?? 1))
}
