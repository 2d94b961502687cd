import { request, type IncomingHttpHeaders } from 'node:http'
import server from '@adonisjs/core/services/server'
import type { AddressInfo } from 'node:net'
import type { TestOfficer, TestTown } from '#tests/support/town'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
  bytes: Buffer
  /** What the page was given, where the answer is a page of the desk. */
  component: string | null
  props: any
}

const PAGE = /<script data-page="app" type="application\/json">(.*?)<\/script>/s

/** Somebody at a browser, at the desk of one town: keeps cookies, sends the token, follows nothing. */
export class DeskVisitor {
  private cookies = new Map<string, string>()

  constructor(private readonly host: string) {}

  get = (path: string) => this.ask('GET', path)

  /** Posts as a form of a page does, with the token that the page was given. */
  post = (path: string, fields: object = {}) => this.ask('POST', path, JSON.stringify(fields))

  /** Posts as a browser without scripts does. */
  submit = (path: string, fields: Record<string, string>) =>
    this.ask('POST', path, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded')

  async signIn({ email, password }: Pick<TestOfficer, 'email' | 'password'>): Promise<Answer> {
    await this.get('/desk/sign-in')
    return this.post('/desk/sign-in', { email, password })
  }

  private ask(method: string, path: string, body = '', type = 'application/json'): Promise<Answer> {
    const { port } = server.getNodeServer()!.address() as AddressInfo
    const token = this.cookies.get('XSRF-TOKEN')
    const headers = {
      host: this.host,
      accept: 'text/html',
      'accept-language': 'en',
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body ? { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) } : {}),
      ...(token ? { 'x-xsrf-token': decodeURIComponent(token) } : {}),
    }
    return new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, method, path, headers }, async (response) => {
        this.keep(response.headers['set-cookie'] ?? [])
        const chunks: Buffer[] = []
        for await (const chunk of response) chunks.push(chunk as Buffer)
        const bytes = Buffer.concat(chunks)
        const text = bytes.toString('utf8')
        const page = PAGE.exec(text)?.[1]
        const { component = null, props = null } = page ? JSON.parse(page) : {}
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: text,
          bytes,
          component,
          props,
        })
      })
      asking.on('error', reject)
      asking.end(body)
    })
  }

  private keep(lines: string[]) {
    for (const line of lines) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}

/** An officer of a test town who has signed in. */
export async function atTheDesk(town: Pick<TestTown, 'host'>, officer: TestOfficer): Promise<DeskVisitor> {
  const visitor = new DeskVisitor(town.host)
  const answer = await visitor.signIn(officer)
  if (answer.status !== 303) throw new Error(`the officer could not sign in: ${answer.status}`)
  return visitor
}
