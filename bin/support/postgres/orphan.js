import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { OperatorError } from '../operator_error.js'
import { commandOf, isAlive } from '../process_table.js'

/** What `postmaster.pid` says: `{ pid, folder, port, ready }`, or null: its lines 1, 2, 4 and 8. */
export function parsePidFile(text) {
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0
    ? { pid, folder: lines[1] ?? '', port: Number(lines[3]), ready: lines[7] === 'ready' }
    : null
}

export function pidFileOf(folder) {
  try {
    return parsePidFile(readFileSync(join(folder, 'postmaster.pid'), 'utf8'))
  } catch {
    return null
  }
}

const gone = async (pid, patience) => {
  for (const until = Date.now() + patience; Date.now() < until; await pause(50))
    if (!isAlive(pid)) return true
  return !isAlive(pid)
}

/** Ends the server of an earlier run that was killed without a chance to end it: fast first, then at once. */
export async function endOrphan(folder) {
  const found = pidFileOf(folder)
  // A power cut may leave it empty or torn, and PostgreSQL then doesn't start.
  if (!found) rmSync(join(folder, 'postmaster.pid'), { force: true })
  if (!found || !isAlive(found.pid) || !commandOf(found.pid).includes(folder)) return false
  try {
    process.kill(found.pid, 'SIGINT')
    if (await gone(found.pid, 10_000)) return true
    process.kill(found.pid, 'SIGQUIT')
    await gone(found.pid, 5000)
  } catch (error) {
    if (error.code === 'EPERM') throw new OperatorError('POSTGRES_ORPHAN', { pid: found.pid })
    if (error.code !== 'ESRCH') throw error
  }
  return true
}
