import { Agent, request } from 'node:http'
import { quantile } from '#tests/bench/statistics'

export interface Shot {
  method?: 'GET' | 'POST'
  path: string
  host: string
  cookie: string
  body: string
  /** What it must be answered; 303 unless said. */
  expect?: number
}

export interface Run {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
}

function send(
  agent: Agent,
  port: number,
  { method = 'POST', path, host, cookie, body }: Shot
): Promise<number> {
  const headers = {
    host,
    cookie,
    accept: 'text/html',
    ...(body === ''
      ? {}
      : {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        }),
  }
  return new Promise((resolve, reject) => {
    const asking = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
    })
    asking.once('error', reject).end(body)
  })
}

/** Sends every shot once over so many connections, each its next when the last was answered; all must be answered as they should. */
export async function load(port: number, concurrency: number, shots: Shot[]): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency, scheduling: 'fifo' })
  const latencies: number[] = []
  let next = 0
  const connection = async () => {
    for (let shot = shots[next++]; shot; shot = shots[next++]) {
      const sent = performance.now()
      const status = await send(agent, port, shot)
      latencies.push(performance.now() - sent)
      const { expect = 303, path, host } = shot
      if (status !== expect) throw new Error(`${path} on ${host} answered ${status} instead of ${expect}`)
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: concurrency }, connection))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  return {
    perSecond: shots.length / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  }
}
