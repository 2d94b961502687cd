import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process lives; one of another user counts as living. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Whether the process that left a mark `{ pid, script }` runs; another program that got its number since doesn't count. */
export const stillRuns = ({ pid, script = 'bin/' }) => isAlive(pid) && commandOf(pid).includes(script)

/** The command line of a process, or '' when it is gone. */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
}
