const SQLSTATES = /^(?:08...|57P0.|53300)$/
const SOCKET = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']
const SAID =
  /connection (?:terminated|ended)|client has encountered a connection error|timeout acquiring a connection/i

/** The database is away, restarting or full: it will be back, and whoever asked did nothing wrong. */
export function isLostConnection(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return SQLSTATES.test(String(code)) || SOCKET.includes(String(code)) || SAID.test(String(message))
}
