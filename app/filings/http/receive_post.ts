import type { HttpContext } from '@adonisjs/core/http'
import type { FormValue } from '#core/http/form_scan'
import { RemoveUpload } from '#documents/actions/remove_upload'
import { StoreUpload } from '#documents/actions/store_upload'
import { readMultipart } from '#documents/http/read_multipart'
import type { UploadFault } from '#documents/types'
import { holderOf } from '#filings/domain/holder'
import type { OpenDraft } from '#filings/http/open_draft'
import { postedVersion } from '#filings/http/posted_version'
import {
  FILES,
  MAX_UPLOAD_BYTES,
  pageAction,
  withPage,
  type Answers,
  type Issue,
  type PageAction,
} from '#forms/index'

export interface ReceivedPost {
  body: Record<string, FormValue>
  /** The version of the draft that was seen. */
  version: number
  answers: Answers
  /** Which button was pressed. */
  action: PageAction
  /** What was wrong with the files. */
  faults: Issue[]
  /** Nothing is kept of a post that is refused: lets its files go, and gives the answers without them. */
  refuse(): Promise<Answers>
}

const FIELD = new RegExp(`^${FILES}\\[([A-Za-z][A-Za-z0-9_]*)\\]`)

const fault = (name: string, why: UploadFault | 'too_many_files', file: string, limit: number): Issue => ({
  name,
  pointer: `/${name}`,
  keyword: 'upload',
  params: { file, limit },
  message: `upload.${why}`,
})

/**
 * Reads a page's post, with its files where it has some, and lays it over the draft's answers. A file goes
 * to the store while it arrives; the answers then hold its id. `remove` takes one away again.
 */
export async function receivePost(
  ctx: HttpContext,
  { draft, form }: OpenDraft,
  pageId: string
): Promise<ReceivedPost> {
  const { town, filer, request } = ctx
  if (!request.is(['multipart'])) {
    const body = request.body() as Record<string, FormValue>
    const [action, version] = [pageAction(body), postedVersion(body)]
    const answers = without(withPage(form, pageId, draft.answers, body), action)
    return { body, version, answers, action, faults: [], refuse: async () => answers }
  }
  const faults: Issue[] = []
  const added: Record<string, string[]> = {}
  const begun = new Map<string, number>()
  const forget = async () => {
    for (const id of Object.values(added).flat()) await new RemoveUpload().execute(town.id, draft.id, id)
  }
  const read = readMultipart(
    ctx,
    { files: 10, fileBytes: MAX_UPLOAD_BYTES },
    async ({ field, name, source }) => {
      const target = form.fields[FIELD.exec(field)?.[1] ?? '']
      if (target?.kind !== 'upload' || target.page !== pageId) return void source.resume()
      const held = (draft.answers[target.name] as string[] | undefined)?.length ?? 0
      const most = Number(target.schema.maxItems ?? 10)
      const taken = begun.get(target.name) ?? 0
      if (held + taken >= most) {
        source.resume()
        return void faults.push(fault(target.name, 'too_many_files', name, most))
      }
      begun.set(target.name, taken + 1)
      const stored = await new StoreUpload().execute({
        municipalityId: town.id,
        ...holderOf(filer),
        draftId: draft.id,
        field: target.name,
        name,
        source,
        limit: MAX_UPLOAD_BYTES,
        at: new Date(),
      })
      if (stored.ok) (added[target.name] ??= []).push(stored.value.id)
      else faults.push(fault(target.name, stored.error, name, MAX_UPLOAD_BYTES / 1_000_000))
    }
  )
  const { body, version } = await read
    .then((body) => ({ body, version: postedVersion(body) }))
    .catch(async (error) => {
      await forget()
      throw error
    })
  const action = pageAction(body)
  const typed = without(withPage(form, pageId, draft.answers, body), action)
  const answers = { ...typed }
  for (const [name, ids] of Object.entries(added))
    answers[name] = [...((answers[name] as string[] | undefined) ?? []), ...ids]
  return { body, version, answers, action, faults, refuse: () => forget().then(() => typed) }
}

/** Takes one uploaded file out of the answers, where that was the button. */
function without(answers: Answers, action: PageAction): Answers {
  if (action.type !== 'remove') return answers
  const { [action.field]: held, ...rest } = answers
  const left = Array.isArray(held) ? held.filter((id) => id !== action.id) : []
  return left.length > 0 ? { ...rest, [action.field]: left } : rest
}
