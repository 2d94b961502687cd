import type { Activity, ActivityContext } from '#cases/activities/activity'
import { recordEvent } from '#cases/actions/record_event'
import { documentKind } from '#cases/domain/document_kind'
import { draftSheet } from '#cases/queries/draft_sheet'
import { drafterOf } from '#cases/queries/drafter'
import { issuerOf } from '#cases/queries/issuer'
import { layOutDraft } from '#documents/actions/lay_out_draft'
import { newVerificationCode } from '#documents/queries/verification_codes'
import { type RequestInput, requestSignatures } from '#signatures/actions/request_signatures'
import { signersOf } from '#signatures/queries/tray'

type Draft = Omit<RequestInput, 'draftedBy' | 'at' | 'key' | 'caseId'>

async function draftOf(context: ActivityContext): Promise<Draft> {
  const { procedure, town, caseFile, at, input } = context
  const id = String(input['template'])
  const template = Object.hasOwn(procedure.templates, id) ? procedure.templates[id] : undefined
  if (!template) throw new Error(`the procedure has no document "${id}"`)
  const { sheet, steps } = await draftSheet(context, template)
  for (const step of steps)
    if ((await signersOf(town.id, step)).length === 0)
      throw new Error(
        `the town has nobody who signs as ${[step.position, step.body].filter(Boolean).join(' of ')}`
      )
  const code = newVerificationCode(at.getTime())
  return {
    template: id,
    kind: documentKind(template.type),
    documentType: template.type,
    language: caseFile.language,
    code,
    sheet,
    issuer: await issuerOf(context, template),
    draft: await layOutDraft({ town, sheet, code, createdAt: at.toISOString() }),
    steps,
  }
}

/**
 * `signatures.request`: the procedure's `template`, filled with the case, goes to its `signers` one after the other (Law
 * 39/2015, art. 26.2; Law 40/2015, art. 43). It is a document of the case once all have signed: `signature_ended` tells.
 */
export const requestSignaturesOf: Activity<Draft> = {
  prepare: draftOf,

  async commit(trx, context, draft) {
    const { caseFile, at, key } = context
    const draftedBy = await drafterOf(trx, caseFile.id)
    const { id, audit } = await requestSignatures(trx, { ...draft, caseId: caseFile.id, key, draftedBy, at })
    const data = { request: id, template: draft.template }
    await recordEvent(trx, context, { kind: 'signature_requested', public: false, data })
    return { result: { requestId: id }, audit }
  },
}
