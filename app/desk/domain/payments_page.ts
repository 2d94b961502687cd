import type { Moment, Plain } from '#desk/types'

/** What was asked for and paid; amounts come ready to read. */
export interface PaymentsPage {
  /** Days as a date input writes them; empty when open. */
  filter: { from: string; to: string; state: string }
  states: { name: string; href: string; current: boolean }[]
  /** By state, of the days that are shown. */
  totals: { name: string; count: number; amount: string }[]
  lines: {
    id: string
    reference: string
    concept: string
    payer: string
    identifier: string
    amount: string
    state: string
    tone: string
    at: Moment
    /** The gateway's number of what paid it. */
    operation: string
    caseNumber: string
    /** Null for those who see the money and no cases. */
    caseHref: string | null
  }[]
  next: string | null
  first: string | null
  csv: string
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/payments': Plain<PaymentsPage>
  }
}
