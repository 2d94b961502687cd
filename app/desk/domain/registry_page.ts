import type { Moment, Plain } from '#desk/types'

/** A book of the register, page by page. */
export interface RegistryPage {
  book: 'incoming' | 'outgoing'
  /** Days as a date input writes them; empty when open. */
  filter: { from: string; to: string; q: string }
  entries: {
    id: string
    number: string
    at: Moment
    effective: Moment
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
