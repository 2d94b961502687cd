import db from '@adonisjs/lucid/services/db'

/**
 * Writes as the owner of the tables, past the triggers that keep legal facts: what a disk, a clumsy hand
 * or an intruder with the database could do, and what `verify` must find.
 */
export async function tamper(
  townId: string,
  table: string,
  sql: string,
  values: unknown[] = []
): Promise<any[]> {
  return db.connection('owner').transaction(async (trx) => {
    const connection = await (trx.knexClient as any).client.acquireConnection()
    await connection.query(`SET LOCAL app.municipality_id = '${townId}'`)
    await connection.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    const { rowCount, rows } = await connection.query({ text: sql, values })
    await connection.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
    if (rowCount === 0) throw new Error(`nothing to tamper with in ${table}`)
    return rows
  })
}
