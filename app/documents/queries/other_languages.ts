import { rowsOfTown } from '#tenancy/town_transaction'

/** The languages of those documents that are in another than the reader's: their names are marked with it (WCAG 3.1.2). */
export async function otherLanguages(
  municipalityId: string,
  ids: string[],
  language: string
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await rowsOfTown<{ id: string; language: string }>(
    municipalityId,
    `SELECT id, language FROM documents WHERE municipality_id = $1 AND id = ANY($2) AND language <> $3`,
    [municipalityId, ids, language],
    'other_languages'
  )
  return new Map(rows.map((row) => [row.id, row.language]))
}
