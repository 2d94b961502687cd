import { request } from 'node:http'

export interface Page {
  status: number
  body: string
}

/** Somebody who keeps the cookies of one town's office: signs in once, and lends what a load needs. */
export class Browser {
  readonly #cookies = new Map<string, string>()

  constructor(
    private readonly port: number,
    readonly host: string
  ) {}

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get = (path: string) => this.#ask('GET', path)

  post = (path: string, fields: Record<string, string>) =>
    this.#ask('POST', path, new URLSearchParams(fields).toString())

  #ask(method: string, path: string, body = ''): Promise<Page> {
    const headers = {
      host: this.host,
      accept: 'text/html',
      cookie: this.cookie,
      ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    }
    return new Promise((resolve, reject) => {
      const asking = request(
        { port: this.port, host: '127.0.0.1', method, path, headers },
        async (answer) => {
          for (const line of answer.headers['set-cookie'] ?? []) {
            const [pair = ''] = line.split(';')
            this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
          }
          let text = ''
          for await (const chunk of answer.setEncoding('utf8')) text += chunk
          resolve({ status: answer.statusCode ?? 0, body: text })
        }
      )
      asking.on('error', reject)
      asking.end(body)
    })
  }
}

const TOKEN = /name=['"]_csrf['"] value=['"]([^'"]+)['"]/

/** The form token of a page, as its hidden field has it. */
export function tokenIn({ status, body }: Page): string {
  const token = TOKEN.exec(body)?.[1]
  if (!token) throw new Error(`no form token in a page of status ${status}`)
  return token
}
