import { NIL } from '#core/ids'
import { inTown } from '#tenancy/town_transaction'

/**
 * All rows that a statement answers for a town (`$1`) in the order of their ids: a page after the last id (`$2`) in each
 * transaction, so that a long look holds up nobody. Where there are none, the one page is empty.
 */
export async function* inPages<Row extends { id: string }>(
  municipalityId: string,
  sql: string,
  size: number
): AsyncGenerator<Row[]> {
  for (let last = NIL; ;) {
    const page = await inTown(municipalityId, (trx) =>
      trx.rows<Row>(`${sql} LIMIT ${size}`, [municipalityId, last])
    )
    yield page
    if (page.length < size) return
    last = page.at(-1)!.id
  }
}
