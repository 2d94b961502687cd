import { spawn } from 'node:child_process'
import cluster from 'node:cluster'
import { command } from './support/ace.js'
import { handOver } from './support/handover.js'
import { keepAlive } from './support/keep_alive.js'
import { metricsExchange } from './support/metrics_exchange.js'
import { fail, isStopping, onStop } from './support/lifecycle.js'
import { openLog } from './support/log_file.js'
import { OperatorError } from './support/operator_error.js'
import { inRoot, ROOT } from './support/paths.js'
import { assertFree } from './support/ports.js'
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

/** The web processes share one port through this one. The first comes up alone: somebody waits for its page. */
async function startWeb(web, env, { folder, at, join }) {
  const { fd, file } = openLog(folder, 'web')
  cluster.setupPrimary({
    exec: inRoot('bin/server.ts'),
    args: [],
    execArgv: ['--import', '@poppinss/ts-exec', ...TETHER],
    cwd: ROOT,
    stdio: ['ignore', fd, fd, 'ipc'],
  })
  // An error of its channel is followed by its end, which is dealt with.
  const fork = () => handOver(cluster.fork(env).on('error', () => {}))
  await new Promise((resolve, reject) => {
    let answered = false
    let detail = 'it gave no reason'
    const begin = () => {
      const worker = fork().once('listening', () => resolve((answered = true)))
      worker.on('message', ({ failed }) => failed && (detail = failed.replace(/\.$/, '')))
      return web.add(join(worker.process, 'web-1'))
    }
    // Before the first answer an end is a fault of the house, not a mishap: say so and give up.
    const onEnd = async () => {
      if (answered) return
      await assertFree(at)
      throw new OperatorError('WEB_FAILED', { detail, log: file })
    }
    keepAlive('web process 1', begin, { log: file, onEnd }).catch(reject)
  })
  for (let n = 2; n <= WEB_PROCESSES && !isStopping(); n++)
    keepAlive(`web process ${n}`, () => web.add(join(fork().process, `web-${n}`)), { log: file }).catch(fail)
}

/** The worker that delivers what the web processes left to do. */
function startWorker(worker, env, { folder, join }) {
  const { fd, file } = openLog(folder, 'worker')
  const options = { cwd: ROOT, env, stdio: ['ignore', fd, fd, 'ipc'] }
  const begin = () =>
    worker.add(join(spawn(process.execPath, [...TETHER, ...command('worker')], options), 'worker'))
  keepAlive('worker', begin, { log: file }).catch(fail)
}

/**
 * Keeps two web processes and one worker running until this process stops: then the web processes
 * go first, the worker after them. Resolves when the first page can be had.
 */
export async function supervise(env, { folder, at }) {
  const worker = family()
  const web = family()
  const join = metricsExchange()
  await startWeb(web, env, { folder, at, join })
  if (!isStopping()) startWorker(worker, env, { folder, join })
}
