import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import app from '@adonisjs/core/services/app'
import { mutantArgs } from '#tests/support/faults/mutant'
import { load } from '#tests/unit/bootstrap/load'

const TETHER = ['--import', fileURLToPath(new URL('../../../bin/support/tether.js', import.meta.url))]

/** A process of the house: what a supervisor would run, for a test to end as it likes. */
export class HouseProcess {
  /** The signal or the exit code that it ended with. */
  readonly ended: Promise<string | number>
  said = ''

  constructor(
    private readonly child: ChildProcess,
    readonly port: number
  ) {
    this.ended = once(child, 'exit').then(([code, signal]) => signal ?? code)
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text))
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null
  }

  kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<string | number> {
    this.child.kill(signal)
    return this.ended
  }

  /** Resolves when it has said so, and rejects when it ended before. */
  async until(done: () => boolean): Promise<this> {
    for (const patience = Date.now() + 60_000; !done();) {
      if (!this.alive || Date.now() > patience)
        throw new Error(`it did not come up: ${this.said.slice(-2000)}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return this
  }
}

function begin(script: string[], env: Record<string, string>, port = 0): HouseProcess {
  const child = spawn(process.execPath, [...mutantArgs(), ...TETHER, ...script], {
    cwd: app.makePath(),
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  return new HouseProcess(child, port)
}

/** A web process that answers on a port of its own. */
export async function webProcess(env: Record<string, string>): Promise<HouseProcess> {
  const { freePort } = await load('ports')
  const web = begin(['--import', '@poppinss/ts-exec', 'bin/server.ts'], env, await freePort())
  let ready = false
  web['child'].once('message', () => (ready = true))
  return web.until(() => ready)
}

/** A worker, already at work. */
export const workerProcess = (env: Record<string, string>): HouseProcess =>
  begin(['--import', '@poppinss/ts-exec', 'bin/console.ts', 'worker'], { ...env, LOG_LEVEL: 'info' })
