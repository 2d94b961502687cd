import { cpus, totalmem } from 'node:os'
import { ownerRows } from '#tests/bench/database'

/** What the figures were measured on, in one line. */
export async function machine(): Promise<string> {
  const [row] = await ownerRows<{ version: string; fsync: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync`
  )
  const [first] = cpus()
  return [
    `${cpus().length} × ${first?.model.trim()}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `Node ${process.version}`,
    `PostgreSQL ${row?.version.split(' ')[0]}, fsync ${row?.fsync}`,
  ].join(', ')
}
