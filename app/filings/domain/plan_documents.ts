import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import { uuidv7 } from '#core/ids'
import { newVerificationCode } from '#documents/queries/verification_codes'
import type { DocumentRow } from '#documents/rows'
import type { Upload } from '#documents/types'

/** What the town issues for every filing: its receipt, and the authenticated copy of what was filed. */
const ISSUED = [
  { template: 'filing', type: 'TD14' },
  { template: 'receipt', type: 'TD09' },
] as const

/** The documents of a filing: the two that are issued, and each file that came with it. */
export function planDocuments(filing: {
  procedure: CompiledProcedure
  language: string
  caseId: string
  filingId: string
  uploads: Upload[]
  at: Date
}): { documents: DocumentRow[]; uploads: { id: string; document_id: string }[] } {
  const { procedure, language, at } = filing
  const common = {
    case_id: filing.caseId,
    filing_id: filing.filingId,
    language,
    facts: null,
    created_at: at.toISOString(),
  }
  const issued = ISSUED.map(({ template, type }): DocumentRow => ({
    ...common,
    id: uuidv7(),
    kind: template,
    document_type: procedure.templates[template]?.type ?? type,
    name: textOf(procedure.texts, language, `documents.${template}.title`),
    media_type: 'application/pdf',
    origin: 'administration',
    code: newVerificationCode(at.getTime()),
    size: null,
    sha256: null,
    template,
  }))
  const attached = filing.uploads.map((upload): DocumentRow => ({
    ...common,
    id: uuidv7(),
    kind: 'attachment',
    document_type: 'TD99',
    name: upload.name,
    media_type: upload.mediaType,
    origin: 'citizen',
    code: null,
    size: upload.size,
    sha256: upload.sha256,
    template: null,
  }))
  return {
    documents: [...issued, ...attached],
    uploads: filing.uploads.map(({ id }, index) => ({ id, document_id: attached[index]!.id })),
  }
}
