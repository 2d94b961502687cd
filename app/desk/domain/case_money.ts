/** A fee as its case page tells it, ready to read. */
export interface FeeShown {
  lines: { label: string; reckoned: string; article: string | null; amount: string }[]
  /** What was reckoned on the way, and what follows from filing late. */
  values: { label: string; value: string; article: string | null }[]
  late: string | null
  total: string
}

/** What a case costs, and what became of each order to pay it. */
export interface CaseMoney {
  /** What was reckoned last; null where nothing was. */
  fee: FeeShown | null
  orders: {
    id: string
    reference: string
    amount: string
    state: string
    tone: string
    /** Since when, until when, by which operation. */
    notes: string[]
    /** What it asks for, where that is not the fee above. */
    fee: FeeShown | null
    refunds: { id: string; amount: string; state: string; tone: string; notes: string[] }[]
  }[]
}
