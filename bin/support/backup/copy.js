import { once } from 'node:events'
import { Readable } from 'node:stream'

/**
 * COPY over a connection of `pg`, which knows its messages and leaves to others what they carry: rows stream out and in
 * without being parsed, whatever their types.
 */
class CopyOut extends Readable {
  #sql
  #stream

  constructor(sql) {
    super({ highWaterMark: 2 ** 20 })
    this.#sql = sql
  }

  submit(connection) {
    this.#stream = connection.stream
    connection.query(this.#sql)
  }

  handleCopyData({ chunk }) {
    // The driver uses its buffer again.
    if (!this.push(Buffer.from(chunk))) this.#stream.pause()
  }

  handleCommandComplete() {}

  handleReadyForQuery() {
    this.push(null)
  }

  handleError(error) {
    this.destroy(error)
  }

  _read() {
    this.#stream?.resume()
  }
}

/** The rows of `COPY ... TO STDOUT`, each a piece of its own. */
export const copyOut = (client, sql) => client.query(new CopyOut(sql))

class CopyIn {
  #sql
  #source
  #trouble = null
  #count = 0

  constructor(sql, source) {
    this.#sql = sql
    this.#source = source
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
  }

  submit(connection) {
    connection.query(this.#sql)
  }

  handleCopyInResponse(connection) {
    this.#pour(connection).catch((error) => {
      this.#trouble = error
      connection.sendCopyFail('what was to be copied could not be read')
    })
  }

  async #pour(connection) {
    for await (const piece of this.#source) {
      if (this.#trouble) return
      connection.sendCopyFromChunk(piece)
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
    }
    connection.endCopyFrom()
  }

  handleCommandComplete({ text }) {
    this.#count = Number(text.split(' ')[1])
  }

  handleReadyForQuery() {
    if (this.#trouble) this.reject(this.#trouble)
    else this.resolve(this.#count)
  }

  handleError(error) {
    this.#trouble ??= error
    this.reject(this.#trouble)
  }
}

/** Writes what `source` gives by `COPY ... FROM STDIN`; answers how many rows it was. */
export function copyIn(client, sql, source) {
  return client.query(new CopyIn(sql, source)).done
}
