import { spawn } from 'node:child_process'
import cluster from 'node:cluster'
import { keepAlive } from './support/keep_alive.js'
import { fail, isStopping, onStop } from './support/lifecycle.js'
import { endOf, openLog } from './support/log_file.js'
import { OperatorError } from './support/operator_error.js'
import { inRoot, ROOT } from './support/paths.js'
import { endChild } from './support/run.js'

const WEB_PROCESSES = 2
const TETHER = ['--import', inRoot('bin/support/tether.js')]

/** Processes of one kind; `add` remembers one while it lives. What was made first stops last. */
function family() {
  const members = new Set()
  onStop(() => Promise.all([...members].map((child) => endChild(child))))
  return {
    add(child) {
      members.add(child)
      child.once('exit', () => members.delete(child))
      return child
    },
  }
}

/** The web processes share one port through this one; resolves when all of them listen. */
function startWeb(web, env, folder) {
  const { fd, file } = openLog(folder, 'web')
  cluster.setupPrimary({
    exec: inRoot('bin/server.ts'),
    args: [],
    execArgv: ['--import', '@poppinss/ts-exec', ...TETHER],
    cwd: ROOT,
    stdio: ['ignore', fd, fd, 'ipc'],
  })
  let listening = 0
  return new Promise((resolve, reject) => {
    const begin = () => {
      // An error of its channel is followed by its end, which is dealt with.
      const worker = cluster.fork(env).on('error', () => {})
      worker.once('listening', () => ++listening === WEB_PROCESSES && resolve())
      return web.add(worker.process)
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

/** The worker that delivers what the web processes left to do. */
function startWorker(worker, env, folder) {
  const { fd } = openLog(folder, 'worker')
  const options = { cwd: ROOT, env, stdio: ['ignore', fd, fd, 'ipc'] }
  const begin = () => worker.add(spawn(process.execPath, [...TETHER, inRoot('ace.js'), 'worker'], options))
  keepAlive('worker', begin).catch(fail)
}

/**
 * Keeps two web processes and one worker running until this process stops: then the web processes
 * go first, the worker after them. The web processes come up first: somebody waits for a page.
 */
export async function supervise(env, folder) {
  const worker = family()
  const web = family()
  await startWeb(web, env, folder)
  if (!isStopping()) startWorker(worker, env, folder)
}
