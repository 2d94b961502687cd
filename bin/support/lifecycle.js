import { explain } from './operator_error.js'
import { trouble } from './say.js'

/** What must be put away before this process ends, last opened first. */
const closers = []
let stopping = null

/** Registers `close` (may be async); returns a function that forgets it again. */
export function onStop(close) {
  closers.push(close)
  return () => {
    const at = closers.indexOf(close)
    if (at >= 0) closers.splice(at, 1)
  }
}

export const isStopping = () => stopping !== null

/** Puts everything away in reverse order and ends the process with `code`; calling it again changes nothing. */
export function stop(code) {
  stopping ??= (async () => {
    while (closers.length > 0) {
      await Promise.resolve(closers.pop()()).catch((error) => trouble(explain(error).message))
    }
    process.exit(code)
  })()
  return stopping
}

/** Ends with one clear line for the operator. */
export function fail(error) {
  if (!isStopping()) trouble(explain(error).message)
  if (process.env.FINESTRA_TRACE) console.error(error)
  return stop(1)
}

/**
 * Stops in order on Ctrl-C, SIGTERM and a closed terminal, and when npm was killed above us. `code`
 * answers a signal with the exit code (a server that stopped as asked ends well, a cut test run doesn't).
 */
export function stopOnSignals(code = () => 0) {
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }
  for (const signal of Object.keys(numbers)) process.on(signal, () => stop(code(128 + numbers[signal])))
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && stop(code(143)), 1000).unref()
  }
}
