import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { OperatorError } from './operator_error.js'

/** HOST and PORT as the operator set them; throws PORT_INVALID. */
export function address(env = process.env) {
  const text = env.PORT?.trim() || '3333'
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65535)
    throw new OperatorError('PORT_INVALID', { port: text })
  return { host: env.HOST?.trim() || '127.0.0.1', port }
}

const tryListen = (host, port) =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ host, port, exclusive: true }, () => {
      const got = server.address().port
      server.close(() => resolve(got))
    })
  })

const refusal = (error, host, port) => {
  const other = port < 65535 ? port + 1 : port - 1
  if (error.code === 'EADDRINUSE') return new OperatorError('PORT_TAKEN', { port, other })
  if (error.code === 'EACCES') return new OperatorError('PORT_FORBIDDEN', { port })
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(error.code))
    return new OperatorError('HOST_UNKNOWN', { host })
  return error
}

/** Throws one clear line unless a server could listen there; waits `patience` ms for a neighbour that is just leaving. */
export async function assertFree({ host, port }, patience = 1500) {
  const until = Date.now() + patience
  for (;;) {
    try {
      return await tryListen(host, port)
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || Date.now() > until) throw refusal(error, host, port)
      await pause(100)
    }
  }
}

/** A port of 127.0.0.1 that nobody uses now. */
export const freePort = () => tryListen('127.0.0.1', 0)
