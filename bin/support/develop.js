import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { command } from './ace.js'
import { behindTheDoor } from './demo.js'
import { noDemo } from './demo_meant.js'
import { isStopping, onStop, stop } from './lifecycle.js'
import { openHouse } from './open_house.js'
import { inRoot, ROOT } from './paths.js'
import { endChild } from './run.js'
import { paragraph, step } from './say.js'
import { watchCatalogue } from './watch_catalogue.js'
import { watchFolders } from './watch_folders.js'

/** Ends quickly: nobody waits for a developer's request. */
const PATIENCE = { patience: 3000 }

/** What the worker is made of. */
const WORKER = ['app', 'config', 'start', 'database', 'resources/lang'].map((name) => inRoot(name))

function show(args, env) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' })
  child.once(
    'exit',
    onStop(() => endChild(child, PATIENCE))
  )
  return child
}

/** A worker that starts anew when the code changes; one that broke waits for that. */
function startWorker(env) {
  let worker = show(command('worker'), env)
  let turn = Promise.resolve()
  const anew = async () => {
    await endChild(worker, PATIENCE)
    if (!isStopping()) worker = show(command('worker'), env)
  }
  watchFolders(WORKER, () => (turn = turn.then(anew)))
}

/** Development mode: one web process with hot reload and one worker, both on the code as it is. */
export async function develop(at) {
  const { env, folder } = await openHouse('development', at)
  step('Starting with hot reload (stop with Ctrl-C)')
  paragraph(await behindTheDoor(env, folder))
  if (!noDemo(process.env)) watchCatalogue(env)
  startWorker(env)
  // The server is a child of the command's: tethered, it ends with it.
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${pathToFileURL(inRoot('bin/support/tether.js'))}`
  const web = show(command('serve', '--hmr', '--no-clear'), { ...env, NODE_OPTIONS })
  web.once('exit', (code) => stop(code ?? 1))
}
