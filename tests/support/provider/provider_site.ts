import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { TestProvider, type Asked } from '#tests/support/provider/provider_driver'
import type { VerifiedIdentity } from '#identity/types'

const escaped = (value: string) => value.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

const inputs = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
    .join('')

/** A provider of identities at a site of its own: asks who is there, and posts its answer from its page to ours. */
export class ProviderSite {
  private constructor(
    private readonly server: Server,
    readonly provider: TestProvider
  ) {}

  static async open(name: string, asked: Asked, identity: Partial<VerifiedIdentity>): Promise<ProviderSite> {
    const server = createServer()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const site = new ProviderSite(server, new TestProvider(name, asked, `http://provider.localhost:${port}`))
    server.on('request', async (request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(site.page(await site.askedWith(request), identity))
    })
    return site
  }

  close = () => new Promise<void>((closed) => this.server.close(() => closed()))

  private async askedWith(request: IncomingMessage): Promise<URLSearchParams> {
    return request.method === 'POST'
      ? new URLSearchParams(await text(request))
      : new URL(request.url ?? '', this.provider.origin).searchParams
  }

  private page(asked: URLSearchParams, identity: Partial<VerifiedIdentity>): string {
    const nonce = asked.get('RelayState') ?? ''
    const fields = { RelayState: nonce, SAMLResponse: this.provider.says(identity, nonce) }
    const action = escaped(asked.get('answerAt') ?? '')
    return `<!doctype html><title>Provider</title><h1>Provider</h1>
      <form method="post" action="${action}">${inputs(fields)}<button>It is me</button></form>`
  }
}
