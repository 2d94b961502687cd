import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { TestGateway, type Reached } from '#tests/support/gateway/test_gateway'

/** A gateway with a page at a site of its own, that keeps how and with what it was reached. */
export class GatewaySite {
  readonly visits: { method: string; fields: Record<string, string> }[] = []

  private constructor(
    private readonly server: Server,
    readonly gateway: TestGateway
  ) {}

  static async open(name: string, reached: Reached): Promise<GatewaySite> {
    const server = createServer()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const origin = `http://bank.localhost:${port}`
    const site = new GatewaySite(server, new TestGateway(name, reached, origin))
    server.on('request', async (request, response) => {
      const { method = '', url = '' } = request
      const { pathname, searchParams } = new URL(url, origin)
      const fields = method === 'POST' ? new URLSearchParams(await text(request)) : searchParams
      if (pathname === '/pay') site.visits.push({ method, fields: Object.fromEntries(fields) })
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end('<!doctype html><title>Bank</title><h1>The bank</h1>')
    })
    return site
  }

  close = () => new Promise<void>((closed) => this.server.close(() => closed()))
}
