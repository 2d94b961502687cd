import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A command of the operator, with nothing in its environment that the tests brought. */
export function operate(script: string[], env: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, script, {
    cwd: ROOT,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, ended, said: () => said }
}

export type Operation = ReturnType<typeof operate>

/** Waits until `found` finds something; says what it waited for when that never comes. */
export async function eventually<T>(
  what: string,
  found: () => T | Promise<T>,
  patience = 30_000
): Promise<NonNullable<T>> {
  for (const until = Date.now() + patience; Date.now() < until; await pause(100)) {
    const value = await found()
    if (value) return value
  }
  throw new Error(`in vain: ${what}`)
}

/** The numbers of the processes whose parent or command line is as given. */
export function processes({ parent, command }: { parent?: number; command?: RegExp }): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((row) => row !== null)
    .filter(([, , ppid, args]) => (!parent || Number(ppid) === parent) && (!command || command.test(args!)))
    .map(([, pid]) => Number(pid))
}
