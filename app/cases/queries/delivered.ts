import type { TownTransaction } from '#tenancy/town_transaction'

const EVENT = `v.municipality_id = $1 AND v.kind = 'document_delivered'`

/** Whether a document `d` was delivered to the interested party of its case without a formal notification. */
export const DELIVERED = `EXISTS (
  SELECT FROM case_events v WHERE ${EVENT} AND v.case_id = d.case_id AND v.data ->> 'document' = d.id::text)`

/** The documents of a case that were. */
export const deliveredIn = (trx: TownTransaction, caseId: string): Promise<string[]> =>
  trx
    .rows<{ id: string }>(
      `SELECT v.data ->> 'document' AS id FROM case_events v WHERE ${EVENT} AND v.case_id = $2`,
      [trx.municipalityId, caseId]
    )
    .then((rows) => rows.map(({ id }) => id))
