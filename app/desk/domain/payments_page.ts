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
    /** What was given back of it; empty where nothing was. */
    back: string
    /** What may still be given back, as it reads and as it is typed; `key` has it decided once. */
    giveBack: { key: string; left: string; amount: string } | null
  }[]
  next: string | null
  first: string | null
  csv: string
  refunds: string
}

/** Money that went back, or has to. */
export interface RefundsPage {
  filter: { from: string; to: string; state: string }
  states: { name: string; href: string; current: boolean }[]
  totals: { name: string; count: number | null; amount: string }[]
  lines: {
    id: string
    reference: string
    concept: string
    payer: string
    caseNumber: string
    caseHref: string | null
    amount: string
    why: string
    state: string
    tone: string
    askedAt: Moment
    refundedAt: Moment | null
    /** The gateway's number of it. */
    operation: string
  }[]
  next: string | null
  first: string | null
  csv: string
  orders: string
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/payments': Plain<PaymentsPage>
    'desk/refunds': Plain<RefundsPage>
  }
}
