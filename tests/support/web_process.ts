import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const { freePort } = (await import(new URL('../../bin/support/ports.js', import.meta.url).href)) as {
  freePort: () => Promise<number>
}

export interface WebProcess {
  port: number
  /** All that it has written so far. */
  log: () => string
  end: () => Promise<unknown>
}

/** A web process beside the test, on the test's database; resolves when it takes requests. */
export async function webProcess(more: Record<string, string> = {}): Promise<WebProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', '@poppinss/ts-exec', 'bin/server.ts'], {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...more },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let log = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (log += chunk))
  const ended = once(child, 'exit')
  await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error(`the web process ended:\n${log}`))),
  ])
  return { port, log: () => log, end: () => (child.kill(), ended) }
}
