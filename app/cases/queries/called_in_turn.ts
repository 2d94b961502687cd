import { CASE_NUMBER } from '#cases/queries/case_number'
import { inTown } from '#tenancy/town_transaction'

export interface CalledInTurn {
  id: string
  number: string
  subject: string
  slug: string
  digest: string
}

const CALLED = `
  WITH RECURSIVE called AS (
    SELECT o.case_id AS id FROM openings o JOIN case_files c ON c.municipality_id = $1 AND c.id = o.case_id
    WHERE o.municipality_id = $1 AND o.parent_id = $2 AND o.parent_key = ANY($3) AND c.state = 'open'
    UNION
    SELECT o.case_id FROM called d JOIN openings o ON o.municipality_id = $1 AND o.parent_id = d.id
    JOIN case_files c ON c.municipality_id = $1 AND c.id = o.case_id AND c.state = 'open')
  SELECT c.id, ${CASE_NUMBER} AS number, c.subject, c.slug, c.digest
  FROM called d JOIN case_files c ON c.municipality_id = $1 AND c.id = d.id ORDER BY c.id`

/** The open cases that a case called at these keys, and those that they called in turn: what ends once it waits for them no more. */
export const calledInTurn = async (
  municipalityId: string,
  caseId: string,
  keys: string[]
): Promise<CalledInTurn[]> =>
  keys.length === 0
    ? []
    : inTown(municipalityId, (trx) =>
        trx.rows<CalledInTurn>(CALLED, [municipalityId, caseId, keys], 'called_in_turn')
      )
