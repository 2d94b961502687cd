import type { IncomingMessage } from 'node:http'

/** So much of a body holds its first fields, the token among them. */
const HEAD = 1024

/**
 * The token with which a multipart post begins, read ahead of the rest and put back: whether the post is ours is
 * known before a byte of its files is looked at, and no address carries the token. Only the button that was pressed
 * may stand before it. Null where there is none.
 */
export async function leadingToken(body: IncomingMessage): Promise<string | null> {
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(body.headers['content-type'] ?? '')?.[1]
  if (!boundary) return null
  let head: Buffer = Buffer.alloc(0)
  while (await hasMore(body)) {
    const chunk = body.read() as Buffer | null
    if (!chunk) continue
    head = Buffer.concat([head, chunk])
    const token = tokenIn(head.toString('latin1', 0, HEAD), boundary)
    if (token === null && head.length < HEAD) continue
    body.unshift(head)
    return token
  }
  return null
}

/** The value of the first or second field, if that is the token. */
function tokenIn(text: string, boundary: string): string | null {
  const delimiter = `--${boundary.replace(/\W/g, '\\$&')}`
  const field = new RegExp(
    `${delimiter}\\r\\nContent-Disposition: form-data; name="(\\w+)"\\r\\n\\r\\n([^\\r\\n]*)\\r\\n(?=--)`,
    'y'
  )
  for (let place = 0; place < 2; place++) {
    const [, name, value = ''] = field.exec(text) ?? []
    if (name === '_csrf') return value
    if (name === undefined) return null
  }
  return null
}

/** Waits until something can be read; false at the end, or when it was cut short. */
const hasMore = (body: IncomingMessage): Promise<boolean> =>
  new Promise((answer) => {
    if (body.readableLength > 0) return answer(true)
    if (body.readableEnded || body.destroyed) return answer(false)
    const settle = () => {
      for (const event of ['readable', 'end', 'close', 'error']) body.off(event, settle)
      answer(body.readableLength > 0)
    }
    for (const event of ['readable', 'end', 'close', 'error']) body.on(event, settle)
  })
