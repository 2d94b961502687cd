import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { onStop } from '../lifecycle.js'
import { OperatorError } from '../operator_error.js'
import { freePort } from '../ports.js'
import { asNobody, isRoot } from '../reach.js'
import { endChild } from '../run.js'
import { diagnose, signOf } from './diagnosis.js'
import { endOrphan, pidFileOf } from './orphan.js'
import { serverArgs, serverEnv } from './settings.js'

/** A server whose predecessor was killed finds its shared memory in use for a while. */
const RETRY_MS = 10_000

/** Starting after a crash replays the log; on a slow disk that takes long and is no failure. */
const READY_MS = 120_000

/** One attempt: the child once it is ready, or what its log says. */
async function attempt(binaries, folder, logFile, options) {
  const from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(join(binaries.folder, 'bin/postgres'), serverArgs(folder, options), {
    // A group of its own: Ctrl-C at the terminal must not reach it before the programs that use it.
    detached: true,
    stdio: ['ignore', log, log],
    cwd: '/',
    env: serverEnv(),
    ...asNobody(),
  })
  closeSync(log)
  const forget = onStop(() => endChild(child, { signal: 'SIGINT', patience: 10_000 }))
  let error = null
  let ended = false
  child.once('error', (cause) => ((error = cause), (ended = true)))
  child.once('exit', () => (ended = true))
  for (const until = Date.now() + READY_MS; !ended && Date.now() < until; await pause(15)) {
    const state = pidFileOf(folder)
    if (state?.pid === child.pid && state.ready) return { child }
  }
  await endChild(child, { signal: 'SIGINT' })
  forget()
  if (error) throw isRoot() && error.code !== 'ENOENT' ? new OperatorError('POSTGRES_USER_REFUSED') : error
  return { log: readFileSync(logFile).subarray(from).toString() }
}

/** Starts the server on a free port and sees to its end: `{ port, child }`. */
export async function startServer(binaries, folder, logFile, { durable = true } = {}) {
  await endOrphan(folder)
  for (const until = Date.now() + RETRY_MS; ; await pause(250)) {
    const port = await freePort()
    const { child, log } = await attempt(binaries, folder, logFile, { port, durable })
    if (child) return { port, child }
    const passing = ['STILL_ENDING', 'PORT_LOST'].includes(signOf(log))
    if (!passing || Date.now() > until) throw diagnose(log, { folder, file: logFile })
  }
}
