import { spawn } from 'node:child_process'
import cluster from 'node:cluster'
import { keepAlive } from './support/keep_alive.js'
import { fail, isStopping, onStop } from './support/lifecycle.js'
import { endOf, openLog } from './support/log_file.js'
import { OperatorError } from './support/operator_error.js'
import { inRoot, ROOT } from './support/paths.js'
import { endChild } from './support/run.js'

const WEB_PROCESSES = 2
const TYPESCRIPT = ['--import', '@poppinss/ts-exec', '--import', inRoot('bin/support/tether.js')]

/** Ends a set of processes together when this one stops. */
function stopTogether(children) {
  onStop(() => Promise.all([...children].map((child) => endChild(child))))
}

const remember = (children, child) => {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** The worker that delivers what the web processes left to do. */
function startWorker(env, folder) {
  const { fd } = openLog(folder, 'worker')
  const children = new Set()
  stopTogether(children)
  const stdio = ['ignore', fd, fd, 'ipc']
  const args = ['--import', inRoot('bin/support/tether.js'), inRoot('ace.js'), 'worker']
  const begin = () => remember(children, spawn(process.execPath, args, { cwd: ROOT, env, stdio }))
  keepAlive('worker', begin).catch(fail)
}

/** The web processes share one port through this one; resolves when all of them listen. */
function startWeb(env, folder) {
  const { fd, file } = openLog(folder, 'web')
  const children = new Set()
  stopTogether(children)
  cluster.setupPrimary({
    exec: inRoot('bin/server.ts'),
    args: [],
    execArgv: TYPESCRIPT,
    cwd: ROOT,
    stdio: ['ignore', fd, fd, 'ipc'],
  })
  let listening = 0
  return new Promise((resolve, reject) => {
    const begin = () => {
      const worker = cluster.fork(env)
      worker.once('listening', () => ++listening === WEB_PROCESSES && resolve())
      return remember(children, worker.process)
    }
    // Before the first answer an end is a fault of the house, not a mishap: say so and give up.
    const giveUp = () => {
      if (listening >= WEB_PROCESSES) return
      console.error(endOf(file))
      throw new OperatorError('WEB_FAILED', { log: file })
    }
    for (let n = 1; n <= WEB_PROCESSES; n++) keepAlive(`web process ${n}`, begin, giveUp).catch(reject)
  })
}

/** Starts the worker and the web processes and keeps them running until this process stops: web first, then the worker. */
export async function supervise(env, folder) {
  startWorker(env, folder)
  if (!isStopping()) await startWeb(env, folder)
}
