import cluster, { type Worker } from 'node:cluster'
import { createServer } from 'node:net'

const WEB_PROCESSES = 2
const PATIENCE_MS = 5_000

export interface Web {
  port: number
  pids: number[]
  stop(): Promise<void>
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

const listening = (worker: Worker) =>
  new Promise<void>((resolve, reject) => {
    worker.once('listening', () => resolve())
    worker.once('exit', (code) => reject(new Error(`a web process ended with ${code} before it listened`)))
  })

const running = new Set<Web>()

/** Ends every web process that is still there, whatever became of the bench. */
export const stopWebs = () => Promise.all([...running].map((web) => web.stop()))

/** Ends a process in order, and by force where it takes more than its time. */
function ended(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => worker.process.kill('SIGKILL'), PATIENCE_MS)
    worker.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    worker.process.kill('SIGTERM')
  })
}

/** Two processes that share a port, as `npm start` has them: of the house, or of a floor to compare it with. */
export async function startWeb(exec: string, env: Record<string, string>): Promise<Web> {
  const port = await freePort()
  cluster.setupPrimary({
    exec,
    args: [],
    execArgv: [
      '--import',
      '@poppinss/ts-exec',
      ...(process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []),
    ],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const workers = Array.from({ length: WEB_PROCESSES }, () =>
    cluster.fork({ ...env, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error' })
  )
  await Promise.all(workers.map(listening))
  const web: Web = {
    port,
    pids: workers.map((worker) => worker.process.pid!),
    stop: async () => {
      await Promise.all(workers.filter((worker) => !worker.isDead()).map(ended))
      running.delete(web)
    },
  }
  running.add(web)
  return web
}
