import { NIL } from '#core/ids'
import type { Check } from '#core/invariants'
import type { RowShape } from '#tenancy/insert_rows'
import { rowDigest, writtenRowSql } from '#tenancy/row_digest'
import { inTown } from '#tenancy/town_transaction'

const PAGE = 500

/** Rows that each came with one act about the thing that their key names; the act keeps the digest of the row. */
export interface RowsOfActs {
  shape: RowShape
  key: string
  action: string
}

/** Each row is what was written with its act, and no act has lost its row (I19). */
export const checkRowsOfActs =
  ({ shape, key, action }: RowsOfActs): Check =>
  async (municipalityId, report) => {
    const rows = `
      SELECT t.${key} AS key, ${writtenRowSql(shape, 't')} AS written,
        ARRAY(SELECT a.detail ->> 'row' FROM audit_entries a
          WHERE a.municipality_id = $1 AND a.subject_id = t.${key}::text AND a.action = $3) AS acts
      FROM ${shape.table} t WHERE t.municipality_id = $1 AND t.${key} > $2 ORDER BY t.${key} LIMIT ${PAGE}`
    const lost = `
      SELECT a.subject_id AS key FROM audit_entries a WHERE a.municipality_id = $1 AND a.action = $2
        AND NOT EXISTS (SELECT FROM ${shape.table} t WHERE t.municipality_id = $1 AND t.${key}::text = a.subject_id)`
    const ask = <Row extends object>(sql: string, values: unknown[]) =>
      inTown(municipalityId, (trx) => trx.rows<Row>(sql, [municipalityId, ...values]))
    for (let last = NIL; ;) {
      const page = await ask<{ key: string; written: object; acts: string[] }>(rows, [last, action])
      report.saw('I19', page.length)
      for (const { key: id, written, acts } of page)
        if (acts.length !== 1) report.breaks('I19', 'row_without_act', id)
        else if (acts[0] !== rowDigest(shape, written)) report.breaks('I19', 'row_differs', id)
      if (page.length < PAGE) break
      last = page.at(-1)!.key
    }
    for (const { key: id } of await ask<{ key: string }>(lost, [action])) report.breaks('I19', 'row_lost', id)
  }
