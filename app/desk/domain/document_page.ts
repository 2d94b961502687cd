import type { CaseDocumentLine, Plain } from '#desk/types'

/** A document as a page, for whoever its PDF doesn't serve (RD 1112/2018). */
export interface DocumentPage {
  document: CaseDocumentLine
  caseId: string
  title: string
  html: string
  numbers: { entry: string | null; resolution: string | null }
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/document': Plain<DocumentPage>
  }
}
