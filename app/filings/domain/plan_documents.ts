import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import type { DocumentRow } from '#documents/rows'
import type { Writing } from '#documents/queries/writing'
import type { Upload } from '#documents/types'
import type { Chance } from '#filings/chance'
import type { FilingRow } from '#filings/rows'

/** What the town issues for every filing: its receipt, and the authenticated copy of what was filed. */
const ISSUED = [
  { template: 'filing', type: 'TD14', title: (kind: FilingRow['kind']) => `documents.copy.${kind}` },
  {
    template: 'receipt',
    type: 'TD09',
    title: (kind: FilingRow['kind']) => `documents.receipt.titles.${kind}`,
  },
] as const

/** The documents of a filing: the two that are issued, and each file that came with it. */
export function planDocuments(
  filing: {
    kind: FilingRow['kind']
    procedure: CompiledProcedure
    language: string
    caseId: string
    filingId: string
    uploads: Upload[]
    at: Date
    writing: Writing
  },
  chance: Chance
): { documents: DocumentRow[]; uploads: { id: string; document_id: string }[] } {
  const { kind, procedure, language, at, writing } = filing
  const own = kind === 'submission' ? procedure.templates : {}
  const common = {
    case_id: filing.caseId,
    filing_id: filing.filingId,
    language,
    facts: null,
    created_at: at.toISOString(),
  }
  const issued = ISSUED.map(({ template, type, title }): DocumentRow => ({
    ...common,
    id: chance.newId(),
    kind: template,
    document_type: own[template]?.type ?? type,
    name: own[template]
      ? textOf(procedure.texts, language, own[template].title)
      : writing.translate(title(kind)),
    media_type: 'application/pdf',
    origin: 'administration',
    code: chance.newCode(at.getTime()),
    size: null,
    sha256: null,
    template,
  }))
  const attached = filing.uploads.map((upload): DocumentRow => ({
    ...common,
    id: chance.newId(),
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
