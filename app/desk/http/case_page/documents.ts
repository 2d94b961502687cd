import type { Speech } from '#desk/http/speech'
import type { CaseDocumentLine } from '#desk/types'
import type { DocumentSummary } from '#documents/types'
import { fileSize } from '#forms/view'

/** Nobody downloads what waits for the scanner, or what it refused (Royal Decree 311/2022, op.exp.6). */
export const downloadable = ({ scanState }: Pick<DocumentSummary, 'scanState'>): boolean =>
  scanState === null || scanState === 'clean' || scanState === 'not_scanned'

export const documentLine = (document: DocumentSummary, speech: Speech): CaseDocumentLine => ({
  id: document.id,
  name: document.name,
  kind: document.kind,
  origin: speech.t(`desk.documents.origins.${document.origin}`),
  mediaType: document.mediaType,
  size: document.size === null ? null : fileSize(document.size, speech.lang),
  digest: document.sha256,
  code: document.code,
  at: speech.moment(document.createdAt),
  scan: document.scanState,
  href: downloadable(document) ? `/desk/documents/${document.id}` : null,
  page: document.hasPage ? `/desk/documents/${document.id}/page` : null,
})
