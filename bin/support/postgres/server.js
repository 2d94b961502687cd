import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fail, isStopping, onStop } from '../lifecycle.js'
import { freePort } from '../ports.js'
import { asNobody, spawnFailure } from '../reach.js'
import { endChild } from '../run.js'
import { step } from '../say.js'
import { diagnose, signOf } from './diagnosis.js'
import { endOrphan, pidFileOf } from './orphan.js'
import { serverArgs, serverEnv } from './settings.js'

/** A server whose predecessor was killed finds its shared memory in use for a while. */
const RETRY_MS = 10_000

/** Starting after a crash replays the log; on a slow disk that takes long and is no failure. */
const READY_MS = 120_000

const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** Starts `postgres` in a group of its own: Ctrl-C at the terminal must not reach it before the programs that use it. */
function launch(server, port) {
  const log = openSync(server.log, 'a', 0o600)
  const args = serverArgs(server.folder, { port, durable: server.durable })
  const stdio = ['ignore', log, log]
  const options = { detached: true, stdio, cwd: '/', env: serverEnv(), ...asNobody() }
  try {
    return spawn(join(server.binaries.folder, 'bin/postgres'), args, options)
  } catch (error) {
    throw spawnFailure(error)
  } finally {
    closeSync(log)
  }
}

/** One attempt: true once the server takes connections, else what its log says. */
async function attempt(server, port) {
  const from = sizeOf(server.log)
  const child = launch(server, port)
  server.child = child
  let error = null
  let ended = false
  child.once('error', (cause) => {
    error = spawnFailure(cause)
    ended = true
  })
  child.once('exit', () => (ended = true))
  for (const until = Date.now() + READY_MS; !ended && Date.now() < until; await pause(15)) {
    const state = pidFileOf(server.folder)
    if (state?.pid === child.pid && state.ready) return true
  }
  if (error) throw error
  await endChild(child, { signal: 'SIGINT' })
  return readFileSync(server.log).subarray(from).toString()
}

/** Starts the server, on `port` when it must be the same again, and waits for a predecessor to be gone. */
async function start(server, port) {
  for (const until = Date.now() + RETRY_MS; !isStopping(); await pause(250)) {
    const chosen = port ?? (await freePort())
    const log = await attempt(server, chosen)
    if (log === true) return chosen
    const passing = ['STILL_ENDING', 'PORT_LOST'].includes(signOf(log))
    if (!passing || Date.now() > until) throw diagnose(log, { folder: server.folder, file: server.log })
  }
}

/** Starts the server again on its port whenever it ends by itself. */
function keep(server, port) {
  server.child.once('exit', (code, signal) => {
    if (isStopping()) return
    step(`PostgreSQL ended (${signal ?? code}); it starts again`)
    start(server, port).then(() => isStopping() || keep(server, port), fail)
  })
}

/** Starts the server of `folder` on a free port, keeps it running and sees to its end: `{ port }`. */
export async function startServer(binaries, folder, log, { durable = true } = {}) {
  const server = { binaries, folder, log, durable, child: null }
  await endOrphan(folder)
  onStop(() => server.child && endChild(server.child, { signal: 'SIGINT', patience: 10_000 }))
  const port = await start(server)
  keep(server, port)
  return { port }
}
