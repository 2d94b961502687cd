import type { Moment, Plain } from '#desk/types'
import type { Book } from '#registry/types'

/** A book of the register, page by page. */
export interface RegistryPage {
  book: Book
  books: Book[]
  /** Days as a date input writes them; empty when open. */
  filter: { from: string; to: string; q: string }
  entries: {
    id: string
    number: string
    at: Moment
    /** The day it counts from, where that is another than that of its writing (Law 39/2015, art. 31.2). */
    effective: Moment | null
    heading: string
    caseNumber: string | null
    party: string
    identifier: string
    sender: string
    addressee: string
    documents: number
    /** Null for those who see the books and no cases. */
    caseHref: string | null
  }[]
  next: string | null
  first: string | null
  exports: { csv: string; json: string }
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/registry': Plain<RegistryPage>
  }
}
