import { RESOLUTION } from '#documents/index'
import type { DocumentKind } from '#documents/rows'

const KINDS: Record<string, DocumentKind> = {
  [RESOLUTION]: 'resolution',
  TD07: 'requirement',
  TD11: 'certificate',
}

/** What a document is in its case, by its documentary type of the national scheme (TD01 resolution ...). */
export const documentKind = (type: string): DocumentKind => KINDS[type] ?? 'letter'
