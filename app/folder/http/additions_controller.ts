import type { HttpContext } from '@adonisjs/core/http'
import { ownCase } from '#cases/queries/cases_of_person'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { textOf } from '#catalogue/queries/texts'
import { isUuid } from '#core/ids'
import { switchesLanguage } from '#core/http/switches_language'
import { postedText } from '#core/http/posted_text'
import { notFound, ProblemError } from '#core/http/problem'
import { RemoveUpload } from '#documents/actions/remove_upload'
import { StoreUpload } from '#documents/actions/store_upload'
import { readMultipart } from '#documents/http/read_multipart'
import { uploadsOfDraft } from '#documents/queries/uploads'
import { AddDocuments } from '#filings/actions/add_documents'
import { StartDraftInCase } from '#filings/actions/start_draft_in_case'
import { filedBy } from '#filings/queries/filed_by'
import { MOST_LETTERS, tooLong } from '#folder/http/long_text'
import { refuseDecided } from '#folder/http/refuse_decided'
import { toCase } from '#folder/http/to_case'
import { wordsOf } from '#folder/http/words'
import { MAX_UPLOAD_BYTES, fileSize } from '#forms/view'

/** What the files belong to: they answer no question of a form. */
const FIELD = 'added'

/** Documents that somebody adds to their case on their own initiative (Law 39/2015, arts. 53.1.e and 76). */
export default class AdditionsController {
  async show(ctx: HttpContext) {
    return this.page(ctx, await this.open(ctx), [])
  }

  /** One file a post, streamed. */
  async upload(ctx: HttpContext) {
    const { town, citizen, response } = ctx
    const { draftId, file } = await this.open(ctx)
    const faults: string[] = []
    if (ctx.request.is(['multipart']))
      await readMultipart(ctx, { files: 5, fileBytes: MAX_UPLOAD_BYTES }, async ({ name, source }) => {
        const stored = await new StoreUpload().execute({
          municipalityId: town.id,
          personId: citizen.personId,
          draftId,
          field: FIELD,
          name,
          source,
          limit: MAX_UPLOAD_BYTES,
          at: new Date(),
        })
        if (!stored.ok)
          faults.push(
            ctx.i18n.t(`documents.faults.${stored.error}`, {
              file: name,
              limit: MAX_UPLOAD_BYTES / 1_000_000,
            })
          )
      })
    if (faults.length === 0)
      return response.redirect().status(303).toPath(`/folder/cases/${file.id}/documents`)
    response.status(422)
    return this.page(ctx, await this.open(ctx), faults)
  }

  async remove(ctx: HttpContext) {
    const { town, params, response } = ctx
    const { draftId, file } = await this.open(ctx)
    await new RemoveUpload().execute(town.id, draftId, params.upload)
    return response.redirect().status(303).toPath(`/folder/cases/${file.id}/documents`)
  }

  async store(ctx: HttpContext) {
    const { town, citizen, response, i18n } = ctx
    const filed = await this.filedBefore(ctx)
    if (filed) return response.redirect().status(303).toPath(`/filings/${filed}/receipt`)
    const open = await this.open(ctx)
    const explanation = postedText(ctx, 'explanation')
    if (switchesLanguage(ctx.request.body())) return this.page(ctx, open, [], { explanation })
    if (explanation.length > MOST_LETTERS) {
      response.status(422)
      return this.page(ctx, open, [tooLong(ctx)], { explanation, at: 'explanation' })
    }
    const result = await new AddDocuments().execute({
      town,
      citizen,
      draftId: open.draftId,
      caseId: open.file.id,
      explanation,
      uploads: open.uploads,
      at: new Date(),
    })
    const done = result.ok ? result.value.filingId : await this.filedBefore(ctx)
    if (done) return response.redirect().status(303).toPath(`/filings/${done}/receipt`)
    if (result.ok || result.error === 'not_found') throw notFound()
    const nothing = result.error === 'nothing_added'
    response.status(nothing ? 422 : 409)
    const fault = nothing ? 'folder.adding.nothing' : `folder.adding.${result.error}`
    return this.page(ctx, open, [i18n.t(fault)], { explanation })
  }

  /** The page names the draft that it files: who sends it again is answered the same. */
  private async filedBefore({ town, citizen, request }: HttpContext): Promise<string | null> {
    const draft = request.input('_draft')
    return isUuid(draft) && (await filedBy(town.id, { personId: citizen.personId, codeDigest: null }, draft))
      ? draft
      : null
  }

  private async open(ctx: HttpContext) {
    const { town, citizen, lang, params } = ctx
    const own = isUuid(params.id) ? await ownCase(town.id, citizen.personId, params.id) : null
    if (!own) throw notFound()
    const file = own.summary
    if (file.state === 'closed')
      throw new ProblemError(409, 'E_CASE_CLOSED', {}, [], [toCase(file.id, wordsOf(ctx))])
    refuseDecided(ctx, own)
    const draftId = await new StartDraftInCase().execute({
      municipalityId: town.id,
      personId: citizen.personId,
      slug: file.slug,
      digest: file.digest,
      language: lang,
      kind: 'addition',
      caseId: file.id,
      taskId: null,
      at: new Date(),
    })
    if (!draftId) throw notFound()
    return {
      file,
      draftId,
      procedure: await frozenProcedure(file.digest),
      uploads: await uploadsOfDraft(town.id, draftId),
    }
  }

  private page(
    ctx: HttpContext,
    { file, draftId, procedure, uploads }: Awaited<ReturnType<AdditionsController['open']>>,
    faults: string[],
    { explanation = '', at = 'file' } = {}
  ) {
    const { lang, t } = wordsOf(ctx)
    const here = `/folder/cases/${file.id}/documents`
    return ctx.view.render('pages/folder/added_documents', {
      file: {
        number: file.entryNumber ?? '',
        title: textOf(procedure.texts, lang, 'sheet.title'),
        href: `/folder/cases/${file.id}`,
      },
      upload: `${here}/files`,
      action: here,
      draft: draftId,
      limits: {
        types: 'PDF, JPG, PNG, ODT, DOCX, XLSX',
        size: fileSize(MAX_UPLOAD_BYTES, lang),
      },
      documents: uploads.map(({ id, name, size, sha256, state }) => ({
        name,
        facts: [fileSize(size, lang)],
        digest: sha256,
        state: state === 'clean' ? undefined : { text: t(`documents.states.${state}`), tone: 'quiet' },
        remove: `${here}/files/${id}/removal`,
      })),
      explanation,
      errors: faults.map((text) => ({ text, href: `#${at}` })),
    })
  }
}
