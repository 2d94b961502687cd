import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import server from '@adonisjs/core/services/server'
import type { AddressInfo } from 'node:net'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
  bytes: Buffer
  /** How long it took. */
  ms: number
}

export interface Question {
  method?: string
  path: string
  headers?: OutgoingHttpHeaders
  body?: string | Buffer
}

export const ownPort = () => (server.getNodeServer()!.address() as AddressInfo).port

/** Sends one request just as it is given. */
export function ask(
  { method = 'GET', path, headers = {}, body }: Question,
  port = ownPort()
): Promise<Answer> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, method, path, headers }, async (response) => {
      const chunks: Buffer[] = []
      try {
        for await (const chunk of response) chunks.push(chunk as Buffer)
      } catch (error) {
        return reject(error)
      }
      const bytes = Buffer.concat(chunks)
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: bytes.toString('utf8'),
        bytes,
        ms: performance.now() - begun,
      })
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** Somebody at a browser in one town: keeps cookies, sends the page's token, follows nothing. */
export class Visitor {
  protected cookies = new Map<string, string>()
  private language = 'en'

  /** Without a port they ask the server of the test itself. */
  constructor(
    readonly host: string,
    private port: () => number = ownPort
  ) {}

  /** The same person with the same cookies, at another process. */
  at(port: number): this {
    this.port = () => port
    return this
  }

  /** What their browser asks for. */
  speaking(language: string): this {
    this.language = language
    return this
  }

  get = (path: string) => this.ask({ path })

  /** Posts as a browser without scripts does. */
  submit = (path: string, fields: Record<string, string> | [string, string][] = {}) =>
    this.ask({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })

  async ask({ headers, ...question }: Question): Promise<Answer> {
    const answer = await ask({ ...question, headers: { ...this.headers(question), ...headers } }, this.port())
    this.keep(answer.headers['set-cookie'] ?? [])
    return answer
  }

  /** What a browser of this visitor sends along. */
  headers({ body }: Pick<Question, 'body'> = {}): OutgoingHttpHeaders {
    const token = this.cookies.get('XSRF-TOKEN')
    return {
      host: this.host,
      accept: 'text/html',
      'accept-language': this.language,
      ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}),
      ...(body ? { 'content-length': String(Buffer.byteLength(body)) } : {}),
      ...(token ? { 'x-xsrf-token': decodeURIComponent(token) } : {}),
    }
  }

  /** Has the cookies of somebody else. */
  take(other: Visitor): void {
    this.cookies = new Map(other.cookies)
  }

  /** Has a cookie that nobody gave them. */
  bring(name: string, value: string): void {
    this.cookies.set(name, value)
  }

  /** Loses a cookie, or all of them. */
  forget(name?: string): void {
    if (name) this.cookies.delete(name)
    else this.cookies.clear()
  }

  jar = () => [...this.cookies].map(([name, value]) => ({ name, value }))

  cookieNamed = (name: string) => this.cookies.get(name)

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private keep(lines: string[]) {
    for (const line of lines) {
      const [pair = '', ...rest] = line.split(';')
      const at = pair.indexOf('=')
      const gone = rest.some((part) => /^\s*max-age=-?0?\s*$|^\s*max-age=-1/i.test(part))
      if (gone) this.cookies.delete(pair.slice(0, at))
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}
