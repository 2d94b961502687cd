import type { Json } from '#core/json'
import { isUuid } from '#core/ids'
import type { Upload } from '#documents/types'
import type { CompiledForm, Voice } from '#forms/index'
import { rowsOfTown } from '#tenancy/town_transaction'

const COLUMNS = `id, draft_id AS "draftId", field, name, media_type AS "mediaType", size::int, sha256, state`

/** The files of a draft, in the order they were handed in. */
export const uploadsOfDraft = (municipalityId: string, draftId: string): Promise<Upload[]> =>
  rowsOfTown<Upload>(
    municipalityId,
    `SELECT ${COLUMNS} FROM uploads WHERE municipality_id = $1 AND draft_id = $2 ORDER BY id`,
    [municipalityId, draftId],
    'uploads_of_draft'
  )

/** The files of what was filed as answers speak of them: by the id that they hold. */
export async function answeredFiles(
  municipalityId: string,
  filingId: string
): Promise<NonNullable<Voice['files']>> {
  const uploads = await uploadsOfDraft(municipalityId, filingId)
  return Object.fromEntries(uploads.map(({ id, name, size, state }) => [id, { id, name, size, state }]))
}

/** The ids in an answer of kind upload. */
const idsIn = (answer: Json | undefined): string[] =>
  (Array.isArray(answer) ? answer : [answer]).filter(isUuid)

/** The files that the answers name, of this draft only: a foreign id counts as none. */
export async function uploadsOf(
  municipalityId: string,
  form: CompiledForm,
  draftId: string,
  answers: Record<string, Json>
): Promise<Upload[]> {
  const fields = Object.entries(form.fields).filter(([, field]) => field.kind === 'upload')
  const ids = new Set(fields.flatMap(([name]) => idsIn(answers[name])))
  if (ids.size === 0) return []
  return (await uploadsOfDraft(municipalityId, draftId)).filter(({ id }) => ids.has(id))
}
