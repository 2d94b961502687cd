import type { Activity } from '#cases/activities/activity'
import { recordEvent } from '#cases/actions/record_event'
import { recordResolution } from '#cases/actions/record_resolution'
import { documentKind } from '#cases/domain/document_kind'
import { issuerOf } from '#cases/queries/issuer'
import { letterSheet } from '#cases/queries/letter_sheet'
import { uuidv7 } from '#core/ids'
import { issueInCase } from '#documents/actions/issue_in_case'
import { type SealedPdf, type Sheet, pressSheet } from '#documents/actions/press_sheet'
import { newVerificationCode } from '#documents/queries/verification_codes'
import type { Issuer } from '#documents/types'

interface Letter {
  id: string
  code: string
  /** Kept beside the PDF: its page says the same (RD 1112/2018). */
  sheet: Sheet
  issuer: Issuer
  /** Documentary type of the national scheme (TD01 resolution ...). */
  type: string
  pdf: SealedPdf
}

/**
 * `documents.issue`: the procedure's `template`, filled with the case, sealed by the town and put into it with a
 * verification code (Law 39/2015, arts. 26 and 27). Rendering takes long, so it is done before anything is locked: the number
 * of a resolution, which it gets when it is put into its case, can't stand in its PDF.
 */
export const issueDocument: Activity<Letter> = {
  async prepare(context) {
    const { procedure, town, at, input } = context
    const id = String(input['template'])
    const template = Object.hasOwn(procedure.templates, id) ? procedure.templates[id] : undefined
    if (!template) throw new Error(`the procedure has no document "${id}"`)
    const code = newVerificationCode(at.getTime())
    const sheet = await letterSheet(context, template)
    const pdf = await pressSheet({ town, sheet, code, entry: null, createdAt: at.toISOString() })
    const issuer = await issuerOf(context, template)
    return { id: uuidv7(at.getTime()), code, sheet, issuer, type: template.type, pdf }
  },

  async commit(trx, context, { id, code, sheet, issuer, type, pdf }) {
    const { caseFile, at, input } = context
    const template = String(input['template'])
    const kind = documentKind(type)
    const issued = await issueInCase(
      trx,
      {
        id,
        case_id: caseFile.id,
        kind,
        document_type: type,
        name: sheet.title,
        language: caseFile.language,
        code,
        template,
        facts: { sheet, issuer },
        pdf,
        at,
      },
      { template }
    )
    await recordEvent(trx, context, {
      kind: 'document_issued',
      public: false,
      data: { document: id, template },
    })
    const resolved = kind === 'resolution' ? await recordResolution(trx, { ...context, document: id }) : null
    return {
      result: { documentId: id, code, number: resolved?.number ?? null },
      audit: [...(resolved ? [resolved.audit] : []), issued],
    }
  },
}
