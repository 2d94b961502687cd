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
    // a line of one stream may come in two parts, and something of the other between them
    const streams = [child.stdout, child.stderr].map((stream) => {
      const lines = { rest: '' }
      stream?.setEncoding('utf8').on('data', (chunk) => {
        output = (output + chunk).slice(-65536)
        if (!onLine) return
        const found = (lines.rest + chunk).split('\n')
        lines.rest = found.pop()
        found.forEach(onLine)
      })
      return lines
    })
    child.once('error', (error) => {
      forget()
      reject(error)
    })
    child.once('close', (code, signal) => {
      forget()
      for (const { rest } of streams) if (rest) onLine?.(rest)
      resolve({ code: code ?? (signal ? 1 : 0), output })
    })
  })
}
