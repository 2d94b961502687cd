import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** When the wire is cut: before the server has read COMMIT, or after it has answered and nobody hears it. */
export type Cut = 'before' | 'after'

const COMMIT = Buffer.from('COMMIT\0')

/** A wire between the house and PostgreSQL that can be cut at the COMMIT of one transaction. */
export class CommitCutter {
  private armed: { cut: Cut; having: Buffer } | null = null
  private readonly sockets = new Set<Socket>()
  private readonly server = createServer((client) => this.join(client))
  cuts = 0

  private constructor(private readonly target: URL) {}

  static async before(url: string): Promise<CommitCutter> {
    const cutter = new CommitCutter(new URL(url))
    await new Promise<void>((resolve) => cutter.server.listen(0, '127.0.0.1', resolve))
    return cutter
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo
    return Object.assign(new URL(this.target), { port: String(port) }).href
  }

  /** Cuts once, at the COMMIT of the next transaction in which a statement by this name was sent. */
  arm(cut: Cut, having: string): void {
    this.armed = { cut, having: Buffer.from(having) }
  }

  close(): void {
    this.server.close()
    for (const socket of this.sockets) socket.destroy()
  }

  private join(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname)
    const both = [client, server]
    const part = () => both.forEach((socket) => socket.destroy())
    let had = false
    let deaf = false
    for (const socket of both) {
      this.sockets.add(socket.on('error', part).on('close', part))
      socket.setNoDelay(true)
    }
    client.on('data', (chunk) => {
      if (this.armed && chunk.includes(this.armed.having)) had = true
      if (this.armed && had && chunk.includes(COMMIT)) {
        deaf = this.armed.cut === 'after'
        this.armed = null
        this.cuts++
        if (!deaf) return part()
      }
      server.write(chunk)
    })
    server.on('data', (chunk) => (deaf ? part() : client.write(chunk)))
  }
}
