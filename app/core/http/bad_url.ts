import type { RequestListener } from 'node:http'

/** An address that can't be decoded leads nowhere, like one that no route knows: it is answered by the same page. */
export const onBadUrl: RequestListener = async (request, response) => {
  const { default: server } = await import('@adonisjs/core/services/server')
  request.url = `/${encodeURIComponent(request.url ?? '')}`
  return server.handle(request, response)
}
