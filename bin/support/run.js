import { spawn } from 'node:child_process'
import { onStop } from './lifecycle.js'

/** Ends a child with `signal`, and by force when it is still there after `patience` ms. */
export function endChild(child, { signal = 'SIGTERM', patience = 5000 } = {}) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), patience)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill(signal)
  })
}

/**
 * Runs a command to its end: `{ code, output }`, `output` being the last 64 kB of both streams when
 * they are not shown. It ends with this process, by force after `patience` ms. Throws when the command can't be started.
 */
export function run(command, args, { show = false, onLine, patience, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = show ? 'inherit' : ['ignore', 'pipe', 'pipe']
    const child = spawn(command, args, { stdio, ...options })
    const forget = onStop(() => endChild(child, { patience }))
    let output = ''
    let rest = ''
    const take = (chunk) => {
      output = (output + chunk).slice(-65536)
      if (!onLine) return
      const found = (rest + chunk).split('\n')
      rest = found.pop()
      found.forEach(onLine)
    }
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', take)
    child.once('error', (error) => {
      forget()
      reject(error)
    })
    child.once('close', (code, signal) => {
      forget()
      if (rest) onLine?.(rest)
      resolve({ code: code ?? (signal ? 1 : 0), output })
    })
  })
}
