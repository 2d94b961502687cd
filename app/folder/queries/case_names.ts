import { CASE_NUMBER } from '#cases/queries/case_number'
import { inTown } from '#tenancy/town_transaction'

type Named = { id: string; subject: string; number: string | null }

/** How a person tells their cases apart, by id: the subject and the number of each. */
export async function caseNames(
  municipalityId: string,
  personId: string,
  ids: string[]
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const cases = await inTown(municipalityId, (trx) =>
    trx.rows<Named>(
      `SELECT c.id, c.subject, ${CASE_NUMBER} AS number FROM case_files c
       WHERE c.municipality_id = $1 AND c.person_id = $2 AND c.id = ANY($3::uuid[])`,
      [municipalityId, personId, ids],
      'case_names'
    )
  )
  return new Map(cases.map(({ id, subject, number }) => [id, [subject, number].filter(Boolean).join(' · ')]))
}
