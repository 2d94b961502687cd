import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Redis } from 'ioredis'
import { load } from '#tests/unit/bootstrap/load'

/** Why tests of Redis are skipped; empty where a real one is installed. */
export const NO_REDIS =
  spawnSync('redis-server', ['--version']).status === 0 ? '' : 'redis-server is not installed'

/** A real Redis on a port of its own, for a test to stop, freeze and empty. */
export class RedisServer {
  private child: ChildProcess | null = null

  private constructor(readonly port: number) {}

  static async free(): Promise<RedisServer> {
    const { freePort } = await load('ports')
    return new RedisServer(await freePort())
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}/3`
  }

  client = () => new Redis(this.url).on('error', () => {})

  async start(): Promise<this> {
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    this.child = spawn('redis-server', args, { stdio: 'ignore', cwd: '/tmp' })
    process.once('exit', () => this.child?.kill('SIGKILL'))
    const client = this.client()
    await new Promise<void>((resolve) => void client.once('ready', resolve))
    client.disconnect()
    return this
  }

  /** It takes what it is sent, and says nothing. */
  freeze = () => this.child?.kill('SIGSTOP')
  thaw = () => this.child?.kill('SIGCONT')

  async stop(): Promise<void> {
    const child = this.child
    this.child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
}
