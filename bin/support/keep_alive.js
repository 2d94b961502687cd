import { setTimeout as pause } from 'node:timers/promises'
import { backoff } from './backoff.js'
import { isStopping } from './lifecycle.js'
import { step } from './say.js'

/**
 * Keeps one process running: `begin` starts it and returns a ChildProcess; when it ends it is started
 * again after a growing pause. `onEnd(count)` hears of every end first and may throw to give up; `log` is where the
 * reason stands.
 */
export async function keepAlive(name, begin, { log, onEnd = () => {} } = {}) {
  const wait = backoff()
  for (let ends = 1; !isStopping(); ends++) {
    const began = Date.now()
    const child = begin()
    const [code, signal] = await new Promise((resolve, reject) => {
      child.once('exit', (...how) => resolve(how))
      // Errors of a process that did start (a message that came too late) are followed by its end.
      child.on('error', (error) => child.pid === undefined && reject(error))
    })
    if (isStopping()) return
    await onEnd(ends)
    const ms = wait(Date.now() - began)
    step(`The ${name} ended (${signal ?? code}); it starts again in ${ms / 1000} s (see ${log})`)
    await pause(ms, undefined, { ref: false })
  }
}
