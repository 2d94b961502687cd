import { SYSTEM } from '#audit/types'
import type { Activity } from '#cases/activities/activity'
import { recordEvent } from '#cases/actions/record_event'
import { recordResolution } from '#cases/actions/record_resolution'
import { documentKind } from '#cases/domain/document_kind'
import { issuerOf } from '#cases/queries/issuer'
import { letterSheet } from '#cases/queries/letter_sheet'
import { sha256Hex } from '#core/digest'
import { uuidv7 } from '#core/ids'
import { type SealedPdf, type Sheet, pressSheet } from '#documents/actions/press_sheet'
import { storeContent } from '#documents/actions/store_content'
import { writeDocuments } from '#documents/actions/write_documents'
import { newVerificationCode } from '#documents/queries/verification_codes'
import { documentRows, type DocumentRow } from '#documents/rows'
import type { Issuer } from '#documents/types'
import { rowDigest } from '#tenancy/row_digest'

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
    const sha256 = sha256Hex(pdf.bytes)
    const row: DocumentRow = {
      id,
      case_id: caseFile.id,
      filing_id: null,
      kind: documentKind(type),
      document_type: type,
      name: sheet.title,
      media_type: 'application/pdf',
      language: caseFile.language,
      origin: 'administration',
      code,
      size: pdf.bytes.length,
      sha256,
      template,
      facts: { sheet, issuer },
      created_at: at.toISOString(),
    }
    await writeDocuments(trx, [row])
    await storeContent(trx.municipalityId, id, pdf, at)
    await recordEvent(trx, context, {
      kind: 'document_issued',
      public: false,
      data: { document: id, template },
    })
    const resolved =
      row.kind === 'resolution' ? await recordResolution(trx, { ...context, document: id }) : null
    const subject = { kind: 'documents', id }
    return {
      result: { documentId: id, code, number: resolved?.number ?? null },
      audit: [
        ...(resolved ? [resolved.audit] : []),
        {
          actor: SYSTEM,
          action: 'documents.issued',
          subject,
          // With the digest of all that its row says, its page included.
          detail: { case: caseFile.id, template, sha256, row: rowDigest(documentRows, row) },
        },
      ],
    }
  },
}
