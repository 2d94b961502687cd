/** The web processes that take connections now. */
const open = new Set()

/**
 * A connection that was on its way to a process when that was killed would wait for ever, since
 * node:cluster forgets it. This remembers what a worker has not yet taken, and once the worker has
 * ended sends it to another, or closes it when there is none.
 */
export function handOver(worker) {
  const child = worker.process
  const onTheWay = new Map()
  const send = child.send
  let ended = false
  const pass = (message, handle) => {
    const [next] = open
    // The number of the message stays: its answer closes our copy of the connection.
    if (next) return next.send(message, handle)
    handle.close()
    return false
  }
  child.send = function (message, handle, ...more) {
    if (message?.act === 'newconn') {
      if (ended) return pass(message, handle)
      onTheWay.set(message.seq, { message, handle })
    }
    return send.call(this, message, handle, ...more)
  }
  child.on('internalMessage', ({ ack }) => onTheWay.delete(ack))
  worker.once('listening', () => ended || open.add(child))
  child.once('exit', () => {
    ended = true
    open.delete(child)
    for (const { message, handle } of onTheWay.values()) pass(message, handle)
  })
  return worker
}
