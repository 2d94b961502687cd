/** What the scanner said of an upload. Nobody downloads what is pending or infected. */
export type ScanState = 'pending' | 'clean' | 'infected' | 'failed' | 'not_scanned'

/** A file that somebody handed in with a draft. */
export interface Upload {
  id: string
  draftId: string
  field: string
  name: string
  mediaType: string
  size: number
  /** SHA-256, hexadecimal. */
  sha256: string
  state: ScanState
}

/** Why a file was not taken; each has its text in `documents.faults.<fault>`. */
export type UploadFault =
  'empty' | 'too_large' | 'type_refused' | 'type_differs' | 'too_many' | 'no_draft' | 'cut_short'

/** A document of a case, as lists show it. */
export interface DocumentSummary {
  id: string
  caseId: string | null
  filingId: string | null
  kind: string
  documentType: string
  name: string
  mediaType: string
  language: string
  origin: 'citizen' | 'administration'
  code: string | null
  size: number | null
  sha256: string | null
  template: string | null
  createdAt: Date
  scanState: ScanState | null
  /** Whether what it says can be read as a page, too. */
  hasPage: boolean
}

/** Whose a document is, in each language: what it says itself, the exit book and the notification say the same. */
export interface Issuer {
  name: Record<string, string>
  directoryCode: string | null
  /** The person who holds the office; a unit has none. */
  holder: string | null
}
