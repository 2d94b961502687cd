import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'

/** Why the parser gave up: each has its text in `core.problems`. */
const REFUSALS: Record<string, { status: number; code: string }> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'E_HEADERS_TOO_LARGE' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'E_TOO_SLOW' },
}
const MALFORMED = { status: 400, code: 'E_MALFORMED' }

/** What never became a request has no town, no language and no route: the page says it in all three. */
async function page(code: string): Promise<string> {
  const { default: i18n } = await import('@adonisjs/i18n/services/main')
  const said = ['es', 'ca', 'en'].map((lang) => {
    const text = (part: string) => i18n.locale(lang).t(`core.problems.${code}.${part}`)
    return `<section lang="${lang}"><h1>${text('problem')}</h1><p>${text('remedy')}</p></section>`
  })
  return `<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>Error</title></head><body><main>${said.join('')}</main></body></html>`
}

async function refuse(error: NodeJS.ErrnoException, socket: Duplex): Promise<void> {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const { status, code } = REFUSALS[error.code ?? ''] ?? MALFORMED
  const body = await page(code)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options: nosniff',
    'Cache-Control: no-store',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** The server of the house: also what is no HTTP is told so. */
export function houseServer(handler: RequestListener): Server {
  return createServer(handler).on('clientError', refuse)
}
