import { Readable } from 'node:stream'
import { unwrap } from '#core/result'
import { StoreUpload } from '#documents/actions/store_upload'
import type { Upload } from '#documents/types'
import { AddDocuments } from '#filings/actions/add_documents'
import { SaveAnswers } from '#filings/actions/save_answers'
import { StartDraftInCase } from '#filings/actions/start_draft_in_case'
import { SubmitFiling } from '#filings/actions/submit_filing'
import { MAX_UPLOAD_BYTES } from '#forms/index'
import { PICTURE } from '#tests/browser/support/papers'
import { citizenFrom, goodAnswers, readyDraft, type OpenOffice } from '#tests/support/filing'
import { PDF } from '#tests/support/uploaded'

/** What people attach: a picture with a plain name, and a paper whose name has no place to break. */
const PAPERS = [
  { name: PICTURE.name, content: PICTURE.buffer },
  { name: 'Informe_pericial_de_la_fachada_2026-11-27_version_definitiva_firmada.pdf', content: PDF },
]

const whose = ({ town, test }: OpenOffice) => ({ municipalityId: town.id, personId: test.person.id })

async function attach(office: OpenOffice, draftId: string, field: string): Promise<Upload[]> {
  const uploads: Upload[] = []
  for (const { name, content } of PAPERS)
    uploads.push(
      unwrap(
        await new StoreUpload().execute({
          ...whose(office),
          draftId,
          field,
          name,
          source: Readable.from([content]),
          limit: MAX_UPLOAD_BYTES,
          at: new Date(),
        })
      )
    )
  return uploads
}

/** A draft with all its answers, and files that were really handed in. */
export async function draftWithFiles(office: OpenOffice): Promise<{ draftId: string; version: number }> {
  const { draftId, version } = await readyDraft(office)
  const attachments = (await attach(office, draftId, 'attachments')).map(({ id }) => id)
  const answers = { ...goodAnswers(office), attachments }
  await new SaveAnswers().execute({ ...whose(office), draftId, version, answers, at: new Date() })
  return { draftId, version: version + 1 }
}

/** The draft of documents that somebody adds to a case, with the files and not registered yet. */
export async function beginAddition(office: OpenOffice, caseId: string) {
  const { slug, digest } = office.procedure
  const draft = { slug, digest, language: 'es', kind: 'addition', caseId, taskId: null } as const
  const draftId = (await new StartDraftInCase().execute({ ...whose(office), ...draft, at: new Date() }))!
  return { draftId, uploads: await attach(office, draftId, 'added') }
}

/** A case that was filed with files, and got more of them afterwards. */
export async function caseWithFiles(office: OpenOffice): Promise<string> {
  const common = { town: office.town, citizen: citizenFrom(office.test.person), at: new Date() }
  const { caseId } = unwrap(
    await new SubmitFiling().execute({ ...common, ...(await draftWithFiles(office)) })
  )
  const addition = await beginAddition(office, caseId)
  unwrap(
    await new AddDocuments().execute({
      ...common,
      caseId,
      ...addition,
      explanation: 'El informe que faltaba.',
    })
  )
  return caseId
}
