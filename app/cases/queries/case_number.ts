import type { LockedCase } from '#cases/queries/locked_case'
import { type TownTransaction, rowsOfTown } from '#tenancy/town_transaction'

/** The number of case `c` in SQL: of the entry that it began with, or its own where it was opened ex officio. */
export const CASE_NUMBER = `coalesce(
  (SELECT n.entry_number FROM register_entries n WHERE n.municipality_id = $1 AND n.id = c.entry_id),
  (SELECT n.number FROM openings n WHERE n.municipality_id = $1 AND n.case_id = c.id))`

/** The number of a case as people read it. */
export async function numberOfCase(trx: TownTransaction, { id }: Pick<LockedCase, 'id'>): Promise<string> {
  const [row] = await trx.rows<{ number: string | null }>(
    `SELECT ${CASE_NUMBER} AS number FROM case_files c WHERE c.municipality_id = $1 AND c.id = $2`,
    [trx.municipalityId, id],
    'number_of_case'
  )
  if (!row?.number) throw new Error(`case ${id} has no number`)
  return row.number
}

/** The numbers of cases, by their ids. */
export const numbersOfCases = async (municipalityId: string, ids: string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await rowsOfTown<{ id: string; number: string }>(
    municipalityId,
    `SELECT c.id, ${CASE_NUMBER} AS number FROM case_files c WHERE c.municipality_id = $1 AND c.id = ANY($2)`,
    [municipalityId, ids],
    'numbers_of_cases'
  )
  return new Map(rows.map(({ id, number }) => [id, number]))
}
